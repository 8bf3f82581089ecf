# Floor 9: the program; the only place with argv and printing.
bin_PROGRAMS += fadecast
program_floors += %D%/libcli.la
%C%_libcli_la_SOURCES = %D%/cmd.h \
    %D%/arguments.c \
    %D%/clinic_days.c %D%/clinic_days.h \
    %D%/by_hand.c %D%/by_hand.h \
    %D%/clock.c %D%/clock.h \
    %D%/commands.c %D%/commands.h \
    %D%/desk.c %D%/desk.h \
    %D%/event_words.c %D%/event_words.h \
    %D%/forecast_output.c %D%/forecast_output.h \
    %D%/forecast_plan.c %D%/forecast_plan.h \
    %D%/forecast_remarks.c %D%/forecast_remarks.h \
    %D%/help.c %D%/help.h \
    %D%/message.c %D%/message.h \
    %D%/option.c %D%/option.h \
    %D%/output.c %D%/output.h %D%/table.c \
    %D%/progress.c %D%/progress.h \
    %D%/records.c %D%/records.h \
    %D%/records_list.c %D%/records_show.c \
    %D%/cmd_export.c %D%/cmd_import.c %D%/cmd_init.c \
    %D%/cmd_records.c \
    %D%/cmd_schedule.c %D%/cmd_recalls.c %D%/cmd_feed.c \
    %D%/cmd_forecast.c %D%/cmd_help.c \
    %D%/cmd_model.c %D%/cmd_simulate.c
%C%_libcli_la_CPPFLAGS = $(AM_CPPFLAGS)
cli_floor = %D%/libcli.la $(clinic_floor)
fadecast_SOURCES = %D%/main.c
fadecast_LDADD = $(cli_floor)
dist_man_MANS += %D%/fadecast.1 %D%/fadecast-export.1 \
    %D%/fadecast-feed.1 %D%/fadecast-forecast.1 %D%/fadecast-import.1 \
    %D%/fadecast-model.1 %D%/fadecast-recalls.1 %D%/fadecast-records.1 \
    %D%/fadecast-schedule.1 %D%/fadecast-simulate.1

# bash looks for the completion of a program under the program's name.
completionsdir = $(datadir)/bash-completion/completions
EXTRA_DIST += %D%/completion.bash
install-data-local: install-completion
install-completion:
	$(MKDIR_P) '$(DESTDIR)$(completionsdir)'
	$(INSTALL_DATA) '$(srcdir)/src/cli/completion.bash' \
	    '$(DESTDIR)$(completionsdir)/fadecast'
uninstall-local: uninstall-completion
uninstall-completion:
	rm -f '$(DESTDIR)$(completionsdir)/fadecast'
phony_targets += install-completion uninstall-completion
