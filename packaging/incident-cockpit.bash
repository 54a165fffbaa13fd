# bash completion for incident-cockpit                    -*- shell-script -*-

_incident_cockpit()
{
    local cur prev words cword
    _init_completion || return

    local commands="tour watch playbook signals metrics incident runbook approvals notify postmortem log connections simulate"
    local command="" action="" i
    for ((i = 1; i < cword; i++)); do
        case ${words[i]} in
            --profile) ((i++)) ;;
            -*) ;;
            *)
                if [[ -z $command ]]; then
                    command=${words[i]}
                else
                    action=${words[i]}
                    break
                fi
                ;;
        esac
    done

    case $prev in
        --profile)
            _filedir -d
            return
            ;;
        --out | --file | --key-file)
            _filedir
            return
            ;;
        --format)
            COMPREPLY=($(compgen -W "md html pdf" -- "$cur"))
            return
            ;;
        --scenario)
            COMPREPLY=($(compgen -W "healthy workers-dead queue-growing prices-stale token-expired" -- "$cur"))
            return
            ;;
    esac

    local choices="" options="--profile --json --help"
    case $command in
        "") choices=$commands options="--demo --profile --help --version" ;;
        tour) options+=" --out" ;;
        playbook) [[ -n $action ]] || choices="list show check" ;;
        signals) [[ -n $action ]] || choices="read" ;;
        metrics) [[ -n $action ]] || choices="parse" ;;
        incident) [[ -n $action ]] || choices="declare ack note resolve list show timeline" ;;
        runbook)
            [[ -n $action ]] || choices="list run"
            options+=" --step --input --confirm --commit --approval --dry-run --incident"
            ;;
        approvals) [[ -n $action ]] || choices="key list trust forget show give" ;;
        notify) [[ -n $action ]] || choices="send outbox test" ;;
        postmortem)
            [[ -n $action ]] || choices="draft export"
            options+=" --format --out"
            ;;
        log) [[ -n $action ]] || choices="verify" ;;
        connections) [[ -n $action ]] || choices="list add test remove" ;;
        simulate)
            [[ -n $action ]] || choices="just-trades flowrex tradingbot bytelyst tell tool"
            options+=" --port --scenario --key-file --restart-delay --without-servers"
            ;;
    esac
    if [[ $cur == -* ]]; then
        COMPREPLY=($(compgen -W "$options" -- "$cur"))
    elif [[ -n $choices ]]; then
        COMPREPLY=($(compgen -W "$choices" -- "$cur"))
    else
        _filedir
    fi
} && complete -F _incident_cockpit incident-cockpit
