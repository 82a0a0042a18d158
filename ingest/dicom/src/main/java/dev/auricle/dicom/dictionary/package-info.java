/** What DICOM calls things: tags, value representations, transfer syntaxes and SOP classes (PS3.5, PS3.6). */
@NullMarked
package dev.auricle.dicom.dictionary;

import org.jspecify.annotations.NullMarked;
