/** The contracts between the applications. They meet here and nowhere else. */
@NullMarked
package dev.auricle.schemas;

import org.jspecify.annotations.NullMarked;
