/** Compressed frames as native cells (PS3.5, 8.2 and A.4): fragments in, one frame's bytes out. */
@NullMarked
package dev.auricle.dicom.codec;

import org.jspecify.annotations.NullMarked;
