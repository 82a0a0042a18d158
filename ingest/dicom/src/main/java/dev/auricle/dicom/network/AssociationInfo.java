package dev.auricle.dicom.network;

import java.util.Map;

/**
 * Who an instance comes from. A peer that we called and that sends what we asked for counts as the calling one.
 *
 * @param attributes what the policy that accepted the association said of it
 */
public record AssociationInfo(String calledAe, String callingAe, String remoteHost, Map<String, String> attributes) {}
