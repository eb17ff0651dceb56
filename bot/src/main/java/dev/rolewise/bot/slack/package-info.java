/** Slack: what it is sent, and how people reach the program there. */
@NullMarked
package dev.rolewise.bot.slack;

import org.jspecify.annotations.NullMarked;
