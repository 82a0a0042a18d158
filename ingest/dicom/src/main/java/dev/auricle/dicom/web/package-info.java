/** DICOMweb (PS3.18): a server of STOW-RS, and a client of QIDO-RS, WADO-RS and STOW-RS. */
@NullMarked
package dev.auricle.dicom.web;

import org.jspecify.annotations.NullMarked;
