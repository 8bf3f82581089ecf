# Tests of the house rules: what the tree, not the program, promises.

meta_scripts = %D%/floors.sh %D%/headers_alone.sh %D%/man_lint.sh \
    %D%/man_pages.sh %D%/top_level.sh %D%/sizes.sh %D%/no_paths.sh %D%/exported_symbols.sh
TESTS += $(meta_scripts)

# Takes a reviewed change of the library's interface into src/fadecast.sym.

symbols: libfadecast.la
	FADE_SRCDIR='$(abs_top_srcdir)' FADE_BUILDDIR='$(abs_top_builddir)' \
	    bash $(abs_top_srcdir)/tests/meta/exported_symbols.sh --update
phony_targets += symbols
