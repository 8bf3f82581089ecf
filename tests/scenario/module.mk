# Whole-program scenarios.
scenario_scripts = %D%/calibration.sh %D%/readme.sh
TESTS += $(scenario_scripts)

# Writes what the examples print now into README.md, to be read before it lands.
readme: fadecast$(EXEEXT)
	FADE_SRCDIR='$(abs_top_srcdir)' FADE_BUILDDIR='$(abs_top_builddir)' \
	    $(srcdir)/tests/scenario/readme.sh --update
phony_targets += readme
