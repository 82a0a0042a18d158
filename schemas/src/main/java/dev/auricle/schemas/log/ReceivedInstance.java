package dev.auricle.schemas.log;

import com.google.protobuf.ByteString;

/**
 * One DICOM instance as it was received.
 *
 * @param sopClassUid what it is
 * @param sopInstanceUid which it is
 * @param transferSyntaxUid how {@code data} is encoded
 * @param data the data set (PS3.5), without file meta information
 */
public record ReceivedInstance(String sopClassUid, String sopInstanceUid, String transferSyntaxUid, ByteString data) {}
