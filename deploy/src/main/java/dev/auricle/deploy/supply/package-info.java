/** Supplies the studies of several hospitals: phantoms, or folders of real DICOM. */
@NullMarked
package dev.auricle.deploy.supply;

import org.jspecify.annotations.NullMarked;
