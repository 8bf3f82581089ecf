/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plot/gnuplot.h"

#include <errno.h>
#include <spawn.h>
#include <stdbool.h>
#include <stdio.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/outfile.h"

extern char **environ;

enum { COMPLAINT_SIZE = 256 };

void
fade_gnuplot_quote(fade_text *script, const char *text)
{
    fade_text_add(script, "'");
    for (; *text; text++) {
        unsigned char c = (unsigned char)*text;

        if (c == '\'') {
            fade_text_add(script, "''");
        } else {
            fade_text_add_bytes(script, c < 0x20 || c == 0x7f ? " " : text, 1);
        }
    }
    fade_text_add(script, "'");
}

static bool
write_all(int file, const char *bytes, size_t length)
{
    while (length > 0) {
        ssize_t written = write(file, bytes, length);

        if (written < 0 && errno == EINTR) {
            continue;
        }
        if (written <= 0) {
            return false;
        }
        bytes += written;
        length -= (size_t)written;
    }
    return true;
}

/* A file in memory: it never blocks like a pipe and is on no disk. */
static int
memory_file(const char *content)
{
    int file = memfd_create("gnuplot", MFD_CLOEXEC);

    if (file >= 0
        && (!write_all(file, content, strlen(content))
            || lseek(file, 0, SEEK_SET) != 0)) {
        close(file);
        return -1;
    }
    return file;
}

/* Returns 0 or an error number, as posix_spawnp() does. */
static int
spawn(const int streams[3], pid_t *child)
{
    /* -d: no start-up files of this user or computer */
    char program[] = "gnuplot";
    char plain[] = "-d";
    char *const arguments[] = {program, plain, NULL};
    posix_spawn_file_actions_t actions;
    int failed = posix_spawn_file_actions_init(&actions);

    if (failed != 0) {
        return failed;
    }
    for (int i = 0; failed == 0 && i < 3; i++) {
        failed = posix_spawn_file_actions_adddup2(&actions, streams[i], i);
    }
    if (failed == 0) {
        failed =
            posix_spawnp(child, program, &actions, NULL, arguments, environ);
    }
    posix_spawn_file_actions_destroy(&actions);
    return failed;
}

static bool
ended_well(pid_t child)
{
    int status = 0;

    while (waitpid(child, &status, 0) < 0) {
        if (errno != EINTR) {
            return false;
        }
    }
    return WIFEXITED(status) && WEXITSTATUS(status) == 0;
}

/* gnuplot's last words; its errors end with a line that says what is wrong. */
static void
report(int complaints, fade_diag *diag)
{
    char text[COMPLAINT_SIZE] = "";
    ssize_t length = 0;

    if (lseek(complaints, 0, SEEK_SET) == 0) {
        length = read(complaints, text, sizeof text - 1);
    }
    text[length > 0 ? length : 0] = '\0';
    for (char *c = text; *c; c++) {
        if ((unsigned char)*c < 0x20) {
            *c = ' ';
        }
    }
    fade_diag_error(diag, (fade_place){0}, "gnuplot failed:%s", text);
}

static fade_status
run_into(int script, int picture, fade_diag *diag)
{
    int complaints = memory_file("");
    const int streams[] = {script, picture, complaints};
    fade_status status = FADE_EIO;
    pid_t child = 0;
    int failed = complaints < 0 ? errno : spawn(streams, &child);

    if (failed == ENOENT) {
        fade_diag_error(diag, (fade_place){0},
                        "pictures are drawn by gnuplot, which is not "
                        "installed (Debian: gnuplot-nox)");
        status = FADE_ENOTFOUND;
    } else if (failed != 0) {
        fade_diag_error(diag, (fade_place){0}, "gnuplot does not start: %s",
                        strerror(failed));
    } else if (!ended_well(child)) {
        report(complaints, diag);
    } else {
        status = FADE_OK;
    }
    if (complaints >= 0) {
        close(complaints);
    }
    return status;
}

fade_status
fade_gnuplot_run(const char *script, const char *path, fade_diag *diag)
{
    fade_outfile *picture = NULL;
    int input = memory_file(script);
    fade_status status = FADE_OK;

    if (input < 0) {
        fade_diag_error(diag, (fade_place){.file = path},
                        "gnuplot cannot be given its work: %s",
                        strerror(errno));
        return FADE_EIO;
    }
    status = fade_outfile_open(path, S_IRUSR | S_IWUSR, &picture, diag);
    if (status == FADE_OK) {
        status = run_into(input, fileno(fade_outfile_stream(picture)), diag);
    }
    if (status == FADE_OK) {
        status = fade_outfile_commit(picture, NULL, diag);
        picture = NULL;
    }
    fade_outfile_discard(picture);
    close(input);
    return status;
}
