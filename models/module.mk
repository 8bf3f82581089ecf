# Model tables that are installed and that `--model NAME` finds.
dist_models_DATA += %D%/permanent.csv %D%/temporary.csv
EXTRA_DIST += %D%/README.md
