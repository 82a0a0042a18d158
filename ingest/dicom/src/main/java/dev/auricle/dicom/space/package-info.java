/**
 * Where pixels lie in the patient: planes, stacks of planes, and volumes and masks on them. Positions are millimetres
 * in the patient's coordinates, x to the left, y to the back, z to the head (LPS; PS3.3, C.7.6.2.1.1).
 */
@NullMarked
package dev.auricle.dicom.space;

import org.jspecify.annotations.NullMarked;
