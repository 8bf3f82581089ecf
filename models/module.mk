# Model tables that are installed and that `--model NAME` finds.
