/** Real servers in our own process: a Kafka broker, a FHIR server, a DICOM archive. For the demo and for tests. */
@NullMarked
package dev.auricle.deploy.embed;

import org.jspecify.annotations.NullMarked;
