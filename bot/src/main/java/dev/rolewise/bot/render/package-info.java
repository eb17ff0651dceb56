/** Turns answers into replies and replies into text. */
@NullMarked
package dev.rolewise.bot.render;

import org.jspecify.annotations.NullMarked;
