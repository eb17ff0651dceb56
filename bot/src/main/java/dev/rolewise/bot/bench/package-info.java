/** Measures how fast answers come, each figure beside the least that the machine allows. */
@NullMarked
package dev.rolewise.bot.bench;

import org.jspecify.annotations.NullMarked;
