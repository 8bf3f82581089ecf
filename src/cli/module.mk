# Floor 9: the program; the only place with argv and printing.
bin_PROGRAMS += fadecast
fadecast_SOURCES = %D%/main.c
fadecast_LDADD = $(clinic_floor)
