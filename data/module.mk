# The sample clinic: an example, not installed.
EXTRA_DIST += %D%/README.md %D%/sample-clinic.csv \
    %D%/sample-clinic/clinics.csv \
    %D%/sample-clinic/contraindications.csv \
    %D%/sample-clinic/patients.csv \
    %D%/sample-clinic/practitioners.csv \
    %D%/sample-clinic/readings.csv \
    %D%/sample-clinic/sessions.csv \
    %D%/sample-clinic/zones.csv \
    %D%/sample-clinic/truth/zones.csv

phony_targets += sample-clinic
sample-clinic: fadecast$(EXEEXT)
	FADECAST_MODELS='$(abs_top_srcdir)/models' ./fadecast simulate \
	    --design '$(srcdir)/data/sample-clinic.csv' --seed 2026 \
	    '$(srcdir)/data/sample-clinic'
