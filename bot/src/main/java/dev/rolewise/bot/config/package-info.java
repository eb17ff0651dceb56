/** Reads and checks the typed configuration. */
@NullMarked
package dev.rolewise.bot.config;

import org.jspecify.annotations.NullMarked;
