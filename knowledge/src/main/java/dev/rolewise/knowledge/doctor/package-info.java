/** Looks through role documents for what would make answers from them wrong or incomplete. */
@NullMarked
package dev.rolewise.knowledge.doctor;

import org.jspecify.annotations.NullMarked;
