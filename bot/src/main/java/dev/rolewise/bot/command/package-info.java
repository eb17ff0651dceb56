/** Holds the commands that every platform offers. */
@NullMarked
package dev.rolewise.bot.command;

import org.jspecify.annotations.NullMarked;
