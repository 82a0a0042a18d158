/**
 * What TLS needs to know before a connection is made: keys and certificates in files, whom to believe, and the profiles of
 * the standard (PS3.15, annex B). Nothing here knows a network.
 */
@NullMarked
package dev.auricle.dicom.tls;

import org.jspecify.annotations.NullMarked;
