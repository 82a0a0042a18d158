package dev.auricle.dicom.dictionary;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The composite instances' storage SOP classes (PS3.4, B.5), and Verification; others exist and may be received. */
public enum SopClass {
    VERIFICATION("1.2.840.10008.1.1", "Verification"),
    COMPUTED_RADIOGRAPHY_IMAGE("1.2.840.10008.5.1.4.1.1.1", "Computed Radiography Image Storage"),
    DIGITAL_X_RAY_IMAGE_FOR_PRESENTATION(
            "1.2.840.10008.5.1.4.1.1.1.1", "Digital X-Ray Image Storage - For Presentation"),
    DIGITAL_X_RAY_IMAGE_FOR_PROCESSING("1.2.840.10008.5.1.4.1.1.1.1.1", "Digital X-Ray Image Storage - For Processing"),
    DIGITAL_MAMMOGRAPHY_X_RAY_IMAGE_FOR_PRESENTATION(
            "1.2.840.10008.5.1.4.1.1.1.2", "Digital Mammography X-Ray Image Storage - For Presentation"),
    DIGITAL_MAMMOGRAPHY_X_RAY_IMAGE_FOR_PROCESSING(
            "1.2.840.10008.5.1.4.1.1.1.2.1", "Digital Mammography X-Ray Image Storage - For Processing"),
    DIGITAL_INTRA_ORAL_X_RAY_IMAGE_FOR_PRESENTATION(
            "1.2.840.10008.5.1.4.1.1.1.3", "Digital Intra-Oral X-Ray Image Storage - For Presentation"),
    DIGITAL_INTRA_ORAL_X_RAY_IMAGE_FOR_PROCESSING(
            "1.2.840.10008.5.1.4.1.1.1.3.1", "Digital Intra-Oral X-Ray Image Storage - For Processing"),
    CT_IMAGE("1.2.840.10008.5.1.4.1.1.2", "CT Image Storage"),
    ENHANCED_CT_IMAGE("1.2.840.10008.5.1.4.1.1.2.1", "Enhanced CT Image Storage"),
    LEGACY_CONVERTED_ENHANCED_CT_IMAGE("1.2.840.10008.5.1.4.1.1.2.2", "Legacy Converted Enhanced CT Image Storage"),
    ULTRASOUND_MULTI_FRAME_IMAGE_RETIRED("1.2.840.10008.5.1.4.1.1.3", "Ultrasound Multi-frame Image Storage (Retired)"),
    ULTRASOUND_MULTI_FRAME_IMAGE("1.2.840.10008.5.1.4.1.1.3.1", "Ultrasound Multi-frame Image Storage"),
    MR_IMAGE("1.2.840.10008.5.1.4.1.1.4", "MR Image Storage"),
    ENHANCED_MR_IMAGE("1.2.840.10008.5.1.4.1.1.4.1", "Enhanced MR Image Storage"),
    MR_SPECTROSCOPY("1.2.840.10008.5.1.4.1.1.4.2", "MR Spectroscopy Storage"),
    ENHANCED_MR_COLOR_IMAGE("1.2.840.10008.5.1.4.1.1.4.3", "Enhanced MR Color Image Storage"),
    LEGACY_CONVERTED_ENHANCED_MR_IMAGE("1.2.840.10008.5.1.4.1.1.4.4", "Legacy Converted Enhanced MR Image Storage"),
    NUCLEAR_MEDICINE_IMAGE_RETIRED("1.2.840.10008.5.1.4.1.1.5", "Nuclear Medicine Image Storage (Retired)"),
    ULTRASOUND_IMAGE_RETIRED("1.2.840.10008.5.1.4.1.1.6", "Ultrasound Image Storage (Retired)"),
    ULTRASOUND_IMAGE("1.2.840.10008.5.1.4.1.1.6.1", "Ultrasound Image Storage"),
    ENHANCED_US_VOLUME("1.2.840.10008.5.1.4.1.1.6.2", "Enhanced US Volume Storage"),
    SECONDARY_CAPTURE_IMAGE("1.2.840.10008.5.1.4.1.1.7", "Secondary Capture Image Storage"),
    MULTI_FRAME_SINGLE_BIT_SECONDARY_CAPTURE_IMAGE(
            "1.2.840.10008.5.1.4.1.1.7.1", "Multi-frame Single Bit Secondary Capture Image Storage"),
    MULTI_FRAME_GRAYSCALE_BYTE_SECONDARY_CAPTURE_IMAGE(
            "1.2.840.10008.5.1.4.1.1.7.2", "Multi-frame Grayscale Byte Secondary Capture Image Storage"),
    MULTI_FRAME_GRAYSCALE_WORD_SECONDARY_CAPTURE_IMAGE(
            "1.2.840.10008.5.1.4.1.1.7.3", "Multi-frame Grayscale Word Secondary Capture Image Storage"),
    MULTI_FRAME_TRUE_COLOR_SECONDARY_CAPTURE_IMAGE(
            "1.2.840.10008.5.1.4.1.1.7.4", "Multi-frame True Color Secondary Capture Image Storage"),
    TWELVE_LEAD_ECG_WAVEFORM("1.2.840.10008.5.1.4.1.1.9.1.1", "12-lead ECG Waveform Storage"),
    GENERAL_ECG_WAVEFORM("1.2.840.10008.5.1.4.1.1.9.1.2", "General ECG Waveform Storage"),
    AMBULATORY_ECG_WAVEFORM("1.2.840.10008.5.1.4.1.1.9.1.3", "Ambulatory ECG Waveform Storage"),
    HEMODYNAMIC_WAVEFORM("1.2.840.10008.5.1.4.1.1.9.2.1", "Hemodynamic Waveform Storage"),
    CARDIAC_ELECTROPHYSIOLOGY_WAVEFORM("1.2.840.10008.5.1.4.1.1.9.3.1", "Cardiac Electrophysiology Waveform Storage"),
    BASIC_VOICE_AUDIO_WAVEFORM("1.2.840.10008.5.1.4.1.1.9.4.1", "Basic Voice Audio Waveform Storage"),
    GENERAL_AUDIO_WAVEFORM("1.2.840.10008.5.1.4.1.1.9.4.2", "General Audio Waveform Storage"),
    ARTERIAL_PULSE_WAVEFORM("1.2.840.10008.5.1.4.1.1.9.5.1", "Arterial Pulse Waveform Storage"),
    RESPIRATORY_WAVEFORM("1.2.840.10008.5.1.4.1.1.9.6.1", "Respiratory Waveform Storage"),
    GRAYSCALE_SOFTCOPY_PRESENTATION_STATE(
            "1.2.840.10008.5.1.4.1.1.11.1", "Grayscale Softcopy Presentation State Storage"),
    COLOR_SOFTCOPY_PRESENTATION_STATE("1.2.840.10008.5.1.4.1.1.11.2", "Color Softcopy Presentation State Storage"),
    PSEUDO_COLOR_SOFTCOPY_PRESENTATION_STATE(
            "1.2.840.10008.5.1.4.1.1.11.3", "Pseudo-Color Softcopy Presentation State Storage"),
    BLENDING_SOFTCOPY_PRESENTATION_STATE(
            "1.2.840.10008.5.1.4.1.1.11.4", "Blending Softcopy Presentation State Storage"),
    XA_XRF_GRAYSCALE_SOFTCOPY_PRESENTATION_STATE(
            "1.2.840.10008.5.1.4.1.1.11.5", "XA/XRF Grayscale Softcopy Presentation State Storage"),
    X_RAY_ANGIOGRAPHIC_IMAGE("1.2.840.10008.5.1.4.1.1.12.1", "X-Ray Angiographic Image Storage"),
    ENHANCED_XA_IMAGE("1.2.840.10008.5.1.4.1.1.12.1.1", "Enhanced XA Image Storage"),
    X_RAY_RADIOFLUOROSCOPIC_IMAGE("1.2.840.10008.5.1.4.1.1.12.2", "X-Ray Radiofluoroscopic Image Storage"),
    ENHANCED_XRF_IMAGE("1.2.840.10008.5.1.4.1.1.12.2.1", "Enhanced XRF Image Storage"),
    X_RAY_ANGIOGRAPHIC_BI_PLANE_IMAGE_RETIRED(
            "1.2.840.10008.5.1.4.1.1.12.3", "X-Ray Angiographic Bi-Plane Image Storage (Retired)"),
    X_RAY_3D_ANGIOGRAPHIC_IMAGE("1.2.840.10008.5.1.4.1.1.13.1.1", "X-Ray 3D Angiographic Image Storage"),
    X_RAY_3D_CRANIOFACIAL_IMAGE("1.2.840.10008.5.1.4.1.1.13.1.2", "X-Ray 3D Craniofacial Image Storage"),
    BREAST_TOMOSYNTHESIS_IMAGE("1.2.840.10008.5.1.4.1.1.13.1.3", "Breast Tomosynthesis Image Storage"),
    BREAST_PROJECTION_X_RAY_IMAGE_FOR_PRESENTATION(
            "1.2.840.10008.5.1.4.1.1.13.1.4", "Breast Projection X-Ray Image Storage - For Presentation"),
    BREAST_PROJECTION_X_RAY_IMAGE_FOR_PROCESSING(
            "1.2.840.10008.5.1.4.1.1.13.1.5", "Breast Projection X-Ray Image Storage - For Processing"),
    NUCLEAR_MEDICINE_IMAGE("1.2.840.10008.5.1.4.1.1.20", "Nuclear Medicine Image Storage"),
    PARAMETRIC_MAP("1.2.840.10008.5.1.4.1.1.30", "Parametric Map Storage"),
    RAW_DATA("1.2.840.10008.5.1.4.1.1.66", "Raw Data Storage"),
    SPATIAL_REGISTRATION("1.2.840.10008.5.1.4.1.1.66.1", "Spatial Registration Storage"),
    SPATIAL_FIDUCIALS("1.2.840.10008.5.1.4.1.1.66.2", "Spatial Fiducials Storage"),
    DEFORMABLE_SPATIAL_REGISTRATION("1.2.840.10008.5.1.4.1.1.66.3", "Deformable Spatial Registration Storage"),
    SEGMENTATION("1.2.840.10008.5.1.4.1.1.66.4", "Segmentation Storage"),
    SURFACE_SEGMENTATION("1.2.840.10008.5.1.4.1.1.66.5", "Surface Segmentation Storage"),
    TRACTOGRAPHY_RESULTS("1.2.840.10008.5.1.4.1.1.66.6", "Tractography Results Storage"),
    LABEL_MAP_SEGMENTATION("1.2.840.10008.5.1.4.1.1.66.7", "Label Map Segmentation Storage"),
    REAL_WORLD_VALUE_MAPPING("1.2.840.10008.5.1.4.1.1.67", "Real World Value Mapping Storage"),
    SURFACE_SCAN_MESH("1.2.840.10008.5.1.4.1.1.68.1", "Surface Scan Mesh Storage"),
    SURFACE_SCAN_POINT_CLOUD("1.2.840.10008.5.1.4.1.1.68.2", "Surface Scan Point Cloud Storage"),
    VL_ENDOSCOPIC_IMAGE("1.2.840.10008.5.1.4.1.1.77.1.1", "VL Endoscopic Image Storage"),
    VIDEO_ENDOSCOPIC_IMAGE("1.2.840.10008.5.1.4.1.1.77.1.1.1", "Video Endoscopic Image Storage"),
    VL_MICROSCOPIC_IMAGE("1.2.840.10008.5.1.4.1.1.77.1.2", "VL Microscopic Image Storage"),
    VIDEO_MICROSCOPIC_IMAGE("1.2.840.10008.5.1.4.1.1.77.1.2.1", "Video Microscopic Image Storage"),
    VL_SLIDE_COORDINATES_MICROSCOPIC_IMAGE(
            "1.2.840.10008.5.1.4.1.1.77.1.3", "VL Slide-Coordinates Microscopic Image Storage"),
    VL_PHOTOGRAPHIC_IMAGE("1.2.840.10008.5.1.4.1.1.77.1.4", "VL Photographic Image Storage"),
    VIDEO_PHOTOGRAPHIC_IMAGE("1.2.840.10008.5.1.4.1.1.77.1.4.1", "Video Photographic Image Storage"),
    OPHTHALMIC_PHOTOGRAPHY_8_BIT_IMAGE(
            "1.2.840.10008.5.1.4.1.1.77.1.5.1", "Ophthalmic Photography 8 Bit Image Storage"),
    OPHTHALMIC_PHOTOGRAPHY_16_BIT_IMAGE(
            "1.2.840.10008.5.1.4.1.1.77.1.5.2", "Ophthalmic Photography 16 Bit Image Storage"),
    STEREOMETRIC_RELATIONSHIP("1.2.840.10008.5.1.4.1.1.77.1.5.3", "Stereometric Relationship Storage"),
    OPHTHALMIC_TOMOGRAPHY_IMAGE("1.2.840.10008.5.1.4.1.1.77.1.5.4", "Ophthalmic Tomography Image Storage"),
    VL_WHOLE_SLIDE_MICROSCOPY_IMAGE("1.2.840.10008.5.1.4.1.1.77.1.6", "VL Whole Slide Microscopy Image Storage"),
    LENSOMETRY_MEASUREMENTS("1.2.840.10008.5.1.4.1.1.78.1", "Lensometry Measurements Storage"),
    AUTOREFRACTION_MEASUREMENTS("1.2.840.10008.5.1.4.1.1.78.2", "Autorefraction Measurements Storage"),
    KERATOMETRY_MEASUREMENTS("1.2.840.10008.5.1.4.1.1.78.3", "Keratometry Measurements Storage"),
    SUBJECTIVE_REFRACTION_MEASUREMENTS("1.2.840.10008.5.1.4.1.1.78.4", "Subjective Refraction Measurements Storage"),
    VISUAL_ACUITY_MEASUREMENTS("1.2.840.10008.5.1.4.1.1.78.5", "Visual Acuity Measurements Storage"),
    OPHTHALMIC_AXIAL_MEASUREMENTS("1.2.840.10008.5.1.4.1.1.78.7", "Ophthalmic Axial Measurements Storage"),
    MACULAR_GRID_THICKNESS_AND_VOLUME_REPORT(
            "1.2.840.10008.5.1.4.1.1.79.1", "Macular Grid Thickness and Volume Report Storage"),
    OPHTHALMIC_VISUAL_FIELD_STATIC_PERIMETRY_MEASUREMENTS(
            "1.2.840.10008.5.1.4.1.1.80.1", "Ophthalmic Visual Field Static Perimetry Measurements Storage"),
    BASIC_TEXT_SR("1.2.840.10008.5.1.4.1.1.88.11", "Basic Text SR Storage"),
    ENHANCED_SR("1.2.840.10008.5.1.4.1.1.88.22", "Enhanced SR Storage"),
    COMPREHENSIVE_SR("1.2.840.10008.5.1.4.1.1.88.33", "Comprehensive SR Storage"),
    COMPREHENSIVE_3D_SR("1.2.840.10008.5.1.4.1.1.88.34", "Comprehensive 3D SR Storage"),
    EXTENSIBLE_SR("1.2.840.10008.5.1.4.1.1.88.35", "Extensible SR Storage"),
    PROCEDURE_LOG("1.2.840.10008.5.1.4.1.1.88.40", "Procedure Log Storage"),
    MAMMOGRAPHY_CAD_SR("1.2.840.10008.5.1.4.1.1.88.50", "Mammography CAD SR Storage"),
    KEY_OBJECT_SELECTION_DOCUMENT("1.2.840.10008.5.1.4.1.1.88.59", "Key Object Selection Document Storage"),
    CHEST_CAD_SR("1.2.840.10008.5.1.4.1.1.88.65", "Chest CAD SR Storage"),
    X_RAY_RADIATION_DOSE_SR("1.2.840.10008.5.1.4.1.1.88.67", "X-Ray Radiation Dose SR Storage"),
    RADIOPHARMACEUTICAL_RADIATION_DOSE_SR(
            "1.2.840.10008.5.1.4.1.1.88.68", "Radiopharmaceutical Radiation Dose SR Storage"),
    COLON_CAD_SR("1.2.840.10008.5.1.4.1.1.88.69", "Colon CAD SR Storage"),
    ENCAPSULATED_PDF("1.2.840.10008.5.1.4.1.1.104.1", "Encapsulated PDF Storage"),
    ENCAPSULATED_CDA("1.2.840.10008.5.1.4.1.1.104.2", "Encapsulated CDA Storage"),
    ENCAPSULATED_STL("1.2.840.10008.5.1.4.1.1.104.3", "Encapsulated STL Storage"),
    POSITRON_EMISSION_TOMOGRAPHY_IMAGE("1.2.840.10008.5.1.4.1.1.128", "Positron Emission Tomography Image Storage"),
    LEGACY_CONVERTED_ENHANCED_PET_IMAGE("1.2.840.10008.5.1.4.1.1.128.1", "Legacy Converted Enhanced PET Image Storage"),
    ENHANCED_PET_IMAGE("1.2.840.10008.5.1.4.1.1.130", "Enhanced PET Image Storage"),
    BASIC_STRUCTURED_DISPLAY("1.2.840.10008.5.1.4.1.1.131", "Basic Structured Display Storage"),
    RT_IMAGE("1.2.840.10008.5.1.4.1.1.481.1", "RT Image Storage"),
    RT_DOSE("1.2.840.10008.5.1.4.1.1.481.2", "RT Dose Storage"),
    RT_STRUCTURE_SET("1.2.840.10008.5.1.4.1.1.481.3", "RT Structure Set Storage"),
    RT_BEAMS_TREATMENT_RECORD("1.2.840.10008.5.1.4.1.1.481.4", "RT Beams Treatment Record Storage"),
    RT_PLAN("1.2.840.10008.5.1.4.1.1.481.5", "RT Plan Storage"),
    RT_BRACHY_TREATMENT_RECORD("1.2.840.10008.5.1.4.1.1.481.6", "RT Brachy Treatment Record Storage"),
    RT_TREATMENT_SUMMARY_RECORD("1.2.840.10008.5.1.4.1.1.481.7", "RT Treatment Summary Record Storage"),
    RT_ION_PLAN("1.2.840.10008.5.1.4.1.1.481.8", "RT Ion Plan Storage"),
    RT_ION_BEAMS_TREATMENT_RECORD("1.2.840.10008.5.1.4.1.1.481.9", "RT Ion Beams Treatment Record Storage");

    private static final Map<String, SopClass> BY_UID =
            Arrays.stream(values()).collect(Collectors.toUnmodifiableMap(SopClass::uid, Function.identity()));

    private final String uid;
    private final String title;

    SopClass(String uid, String title) {
        this.uid = uid;
        this.title = title;
    }

    /** The SOP class with this UID, if it is one of these. */
    public static Optional<SopClass> of(String uid) {
        return Optional.ofNullable(BY_UID.get(uid));
    }

    public String uid() {
        return uid;
    }

    /** The name of PS3.6 table A-1. */
    public String title() {
        return title;
    }

    public boolean isStorage() {
        return this != VERIFICATION;
    }

    @Override
    public String toString() {
        return title;
    }
}
