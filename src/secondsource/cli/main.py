"""The program's arguments -> one command, loaded when it is called; a wrong call is one line and exit 2."""

import os
import sys
from collections.abc import Sequence
from importlib import import_module

import click

import secondsource

COMMANDS = {
    "read": ("reading", "Read reports and print the dossier."),
    "show": ("showing", "Show what is stored: events, reports, claims, timeline, voices, notes, findings."),
    "explain": ("explaining", "Say which rule gave a value, and on which words."),
    "search": ("searching", "Find reports by words."),
    "judge": ("judging", "Decide what is the same event, or when a report was published."),
    "export": ("exporting", "Write tables, the record, or the dossier page."),
    "verify": ("verifying", "Check every hash, span and value against the stored originals."),
}


class _Commands(click.Group):
    """Commands by name, each imported when it is asked for: `--help` needs none of them."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in COMMANDS:
            return None
        command = import_module(f"secondsource.cli.{COMMANDS[cmd_name][0]}").command
        assert isinstance(command, click.Command)
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        with formatter.section("Commands"):
            formatter.write_dl([(name, about) for name, (_, about) in COMMANDS.items()])


@click.group(
    cls=_Commands, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100}
)
@click.version_option(secondsource.__version__, prog_name="secondsource")
def program() -> None:
    """What is said to have happened, who says so, and is there a second source?"""


def main(arguments: Sequence[str] | None = None) -> None:
    """Runs one command and ends the process: 0 done, 1 nothing was read or a check failed, 2 wrong call."""
    sys.exit(run(arguments))


def run(arguments: Sequence[str] | None = None) -> int:
    """Runs one command; its exit code."""
    # numpy's products here are small: threads of its own only spin beside the reader's.
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    try:
        code = program.main(args=arguments, prog_name="secondsource", standalone_mode=False)
        sys.stdout.flush()
        return code if isinstance(code, int) else 0
    except click.exceptions.NoArgsIsHelpError as fault:
        click.echo(fault.ctx.get_help() if fault.ctx else "", err=True)
        return 2
    except click.ClickException as fault:
        return _say(fault.format_message())
    except (click.Abort, KeyboardInterrupt) as fault:
        if isinstance(
            fault.__cause__, EOFError
        ):  # click takes it for a person's Ctrl-D; we ask nobody anything
            raise fault.__cause__ from None
        print("secondsource: stopped; what was read until now is kept", file=sys.stderr)
        return 130
    except BrokenPipeError:
        # Whoever read our output has gone (`| head`); a second failure while closing would print a traceback.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except Exception as fault:
        if type(fault).__name__ in ("StoreError", "SpanMismatch", "UnreadableList"):
            return _say(str(fault))
        raise


def _say(message: str) -> int:
    from secondsource.cli.plain import one_line

    print(f"secondsource: {one_line(message)}", file=sys.stderr)
    return 2
