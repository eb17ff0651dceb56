/** Discord: what it is sent, and how people reach the program there. */
@NullMarked
package dev.rolewise.bot.discord;

import org.jspecify.annotations.NullMarked;
