/** Talks to a person, or to a program, in the terminal. */
@NullMarked
package dev.rolewise.bot.console;

import org.jspecify.annotations.NullMarked;
