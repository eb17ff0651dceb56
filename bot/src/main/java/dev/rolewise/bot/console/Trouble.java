package dev.rolewise.bot.console;

import dev.rolewise.bot.console.Parsed.Detail;
import dev.rolewise.bot.render.SafeText;

/** Tells about trouble on standard error, one line each. */
final class Trouble {
  private final Streams streams;
  private final Detail detail;

  Trouble(Streams streams, Detail detail) {
    this.streams = streams;
    this.detail = detail;
  }

  void report(String problem) {
    streams.error(SafeText.of(problem));
  }

  /** Tells about a bug, with a stack trace if that is wanted. */
  void report(Throwable bug) {
    report(
        "internal error: "
            + bug.getClass().getSimpleName()
            + switch (detail) {
              case ONE_LINE -> ", --verbose shows where";
              case VERBOSE -> "";
            });
    if (detail == Detail.VERBOSE) {
      bug.printStackTrace(streams.err());
      streams.err().flush();
    }
  }
}
