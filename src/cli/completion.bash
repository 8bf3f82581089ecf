# SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck shell=bash
# bash completion of fadecast. The words come from the program's own table of
# commands, so this file need not know them.

_fadecast() {
    local current=${COMP_WORDS[COMP_CWORD]} program=${COMP_WORDS[0]}
    local -a path=() words=()
    local i word

    COMPREPLY=()
    # "--db=..." comes as three words: then a file is wanted.
    if [[ $current == = || ${COMP_WORDS[COMP_CWORD - 1]} == = ]]; then
        compopt -o default 2>/dev/null
        return
    fi
    for ((i = 1; i < COMP_CWORD; i++)); do
        word=${COMP_WORDS[i]}
        [[ $word == -* ]] && break
        [[ $i -eq 1 && $word == help ]] && continue
        mapfile -t words < <("$program" help --words "${path[@]}" 2>/dev/null)
        [[ " ${words[*]} " == *" $word "* ]] || break
        path+=("$word")
    done
    mapfile -t words < <("$program" help --words "${path[@]}" 2>/dev/null)
    # Options are offered where the word begins as one, subcommands else.
    mapfile -t COMPREPLY < <(compgen -W "${words[*]}" -- "$current")
    if [[ $current != -* && ${words[0]-} == --* ]]; then
        COMPREPLY=()
        compopt -o default 2>/dev/null
    elif [[ ${#COMPREPLY[@]} -eq 1 && ${COMPREPLY[0]} == *= ]]; then
        compopt -o nospace 2>/dev/null
    fi
}

complete -F _fadecast fadecast
