/**
 * Data sets to bytes and back: the transfer syntaxes of PS3.5 and the files of PS3.10. Whatever is malformed ends in
 * {@link dev.auricle.dicom.syntax.UnableToReadDataSet}.
 */
@NullMarked
package dev.auricle.dicom.syntax;

import org.jspecify.annotations.NullMarked;
