/** The protocol data units of the DICOM upper layer (PS3.8, section 9.3) as values, and as bytes. */
@NullMarked
package dev.auricle.dicom.pdu;

import org.jspecify.annotations.NullMarked;
