/** Performs the demo: hospitals, their federation, an archive and a FHIR server, all in one process. */
@NullMarked
package dev.auricle.deploy.perform;

import org.jspecify.annotations.NullMarked;
