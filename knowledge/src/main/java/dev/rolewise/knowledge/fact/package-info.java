/** Takes typed facts, such as pay and experience, from single statements. */
@NullMarked
package dev.rolewise.knowledge.fact;

import org.jspecify.annotations.NullMarked;
