/** Composes answers from evidence and checks that every figure stands in it. */
@NullMarked
package dev.rolewise.bot.answer;

import org.jspecify.annotations.NullMarked;
