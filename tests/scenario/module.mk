# Whole-program scenarios.
scenario_scripts = %D%/calibration.sh
EXTRA_DIST += $(scenario_scripts)
TESTS += $(scenario_scripts)
