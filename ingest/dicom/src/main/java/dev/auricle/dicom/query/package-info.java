/** What an archive is asked for: the identifiers of C-FIND, C-MOVE and C-GET (PS3.4, annex C). */
@NullMarked
package dev.auricle.dicom.query;

import org.jspecify.annotations.NullMarked;
