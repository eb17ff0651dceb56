package dev.rolewise.bot.command;

/** Something people can ask of the program, the same on every platform. Safe for many threads. */
public interface Command {
  /** How it is used. */
  Usage usage();

  /**
   * Does it.
   *
   * @param call what it is given
   * @param library what it works with
   */
  Outcome run(Call call, Library library);
}
