/** Takes the patient out of what goes on to training. */
@NullMarked
package dev.auricle.ingest.deidentify;

import org.jspecify.annotations.NullMarked;
