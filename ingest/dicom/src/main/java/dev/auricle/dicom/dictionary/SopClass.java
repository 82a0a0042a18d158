package dev.auricle.dicom.dictionary;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Verification and every storage SOP class of DICOM 2025a (PS3.6, table A-1; PS3.4, B.5 and GG.3), retired ones included;
 * private ones exist and may be received.
 */
public enum SopClass {
    VERIFICATION("1.2.840.10008.1.1", "Verification"),
    MEDIA_DIRECTORY("1.2.840.10008.1.3.10", "Media Storage Directory Storage"),
    STORED_PRINT_RETIRED("1.2.840.10008.5.1.1.27", "Stored Print Storage (Retired)"),
    HARDCOPY_GRAYSCALE_IMAGE_RETIRED("1.2.840.10008.5.1.1.29", "Hardcopy Grayscale Image Storage (Retired)"),
    HARDCOPY_COLOR_IMAGE_RETIRED("1.2.840.10008.5.1.1.30", "Hardcopy Color Image Storage (Retired)"),
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
    PHOTOACOUSTIC_IMAGE("1.2.840.10008.5.1.4.1.1.6.3", "Photoacoustic Image Storage"),
    SECONDARY_CAPTURE_IMAGE("1.2.840.10008.5.1.4.1.1.7", "Secondary Capture Image Storage"),
    MULTI_FRAME_SINGLE_BIT_SECONDARY_CAPTURE_IMAGE(
            "1.2.840.10008.5.1.4.1.1.7.1", "Multi-frame Single Bit Secondary Capture Image Storage"),
    MULTI_FRAME_GRAYSCALE_BYTE_SECONDARY_CAPTURE_IMAGE(
            "1.2.840.10008.5.1.4.1.1.7.2", "Multi-frame Grayscale Byte Secondary Capture Image Storage"),
    MULTI_FRAME_GRAYSCALE_WORD_SECONDARY_CAPTURE_IMAGE(
            "1.2.840.10008.5.1.4.1.1.7.3", "Multi-frame Grayscale Word Secondary Capture Image Storage"),
    MULTI_FRAME_TRUE_COLOR_SECONDARY_CAPTURE_IMAGE(
            "1.2.840.10008.5.1.4.1.1.7.4", "Multi-frame True Color Secondary Capture Image Storage"),
    STANDALONE_OVERLAY_RETIRED("1.2.840.10008.5.1.4.1.1.8", "Standalone Overlay Storage (Retired)"),
    STANDALONE_CURVE_RETIRED("1.2.840.10008.5.1.4.1.1.9", "Standalone Curve Storage (Retired)"),
    WAVEFORM_TRIAL("1.2.840.10008.5.1.4.1.1.9.1", "Waveform Storage - Trial (Retired)"),
    TWELVE_LEAD_ECG_WAVEFORM("1.2.840.10008.5.1.4.1.1.9.1.1", "12-lead ECG Waveform Storage"),
    GENERAL_ECG_WAVEFORM("1.2.840.10008.5.1.4.1.1.9.1.2", "General ECG Waveform Storage"),
    AMBULATORY_ECG_WAVEFORM("1.2.840.10008.5.1.4.1.1.9.1.3", "Ambulatory ECG Waveform Storage"),
    GENERAL_32_BIT_ECG_WAVEFORM("1.2.840.10008.5.1.4.1.1.9.1.4", "General 32-bit ECG Waveform Storage"),
    HEMODYNAMIC_WAVEFORM("1.2.840.10008.5.1.4.1.1.9.2.1", "Hemodynamic Waveform Storage"),
    CARDIAC_ELECTROPHYSIOLOGY_WAVEFORM("1.2.840.10008.5.1.4.1.1.9.3.1", "Cardiac Electrophysiology Waveform Storage"),
    BASIC_VOICE_AUDIO_WAVEFORM("1.2.840.10008.5.1.4.1.1.9.4.1", "Basic Voice Audio Waveform Storage"),
    GENERAL_AUDIO_WAVEFORM("1.2.840.10008.5.1.4.1.1.9.4.2", "General Audio Waveform Storage"),
    ARTERIAL_PULSE_WAVEFORM("1.2.840.10008.5.1.4.1.1.9.5.1", "Arterial Pulse Waveform Storage"),
    RESPIRATORY_WAVEFORM("1.2.840.10008.5.1.4.1.1.9.6.1", "Respiratory Waveform Storage"),
    MULTI_CHANNEL_RESPIRATORY_WAVEFORM("1.2.840.10008.5.1.4.1.1.9.6.2", "Multi-channel Respiratory Waveform Storage"),
    ROUTINE_SCALP_ELECTROENCEPHALOGRAM_WAVEFORM(
            "1.2.840.10008.5.1.4.1.1.9.7.1", "Routine Scalp Electroencephalogram Waveform Storage"),
    ELECTROMYOGRAM_WAVEFORM("1.2.840.10008.5.1.4.1.1.9.7.2", "Electromyogram Waveform Storage"),
    ELECTROOCULOGRAM_WAVEFORM("1.2.840.10008.5.1.4.1.1.9.7.3", "Electrooculogram Waveform Storage"),
    SLEEP_ELECTROENCEPHALOGRAM_WAVEFORM("1.2.840.10008.5.1.4.1.1.9.7.4", "Sleep Electroencephalogram Waveform Storage"),
    BODY_POSITION_WAVEFORM("1.2.840.10008.5.1.4.1.1.9.8.1", "Body Position Waveform Storage"),
    STANDALONE_MODALITY_LUT_RETIRED("1.2.840.10008.5.1.4.1.1.10", "Standalone Modality LUT Storage (Retired)"),
    STANDALONE_VOI_LUT_RETIRED("1.2.840.10008.5.1.4.1.1.11", "Standalone VOI LUT Storage (Retired)"),
    GRAYSCALE_SOFTCOPY_PRESENTATION_STATE(
            "1.2.840.10008.5.1.4.1.1.11.1", "Grayscale Softcopy Presentation State Storage"),
    COLOR_SOFTCOPY_PRESENTATION_STATE("1.2.840.10008.5.1.4.1.1.11.2", "Color Softcopy Presentation State Storage"),
    PSEUDO_COLOR_SOFTCOPY_PRESENTATION_STATE(
            "1.2.840.10008.5.1.4.1.1.11.3", "Pseudo-Color Softcopy Presentation State Storage"),
    BLENDING_SOFTCOPY_PRESENTATION_STATE(
            "1.2.840.10008.5.1.4.1.1.11.4", "Blending Softcopy Presentation State Storage"),
    XA_XRF_GRAYSCALE_SOFTCOPY_PRESENTATION_STATE(
            "1.2.840.10008.5.1.4.1.1.11.5", "XA/XRF Grayscale Softcopy Presentation State Storage"),
    GRAYSCALE_PLANAR_MPR_VOLUMETRIC_PRESENTATION_STATE(
            "1.2.840.10008.5.1.4.1.1.11.6", "Grayscale Planar MPR Volumetric Presentation State Storage"),
    COMPOSITING_PLANAR_MPR_VOLUMETRIC_PRESENTATION_STATE(
            "1.2.840.10008.5.1.4.1.1.11.7", "Compositing Planar MPR Volumetric Presentation State Storage"),
    ADVANCED_BLENDING_PRESENTATION_STATE(
            "1.2.840.10008.5.1.4.1.1.11.8", "Advanced Blending Presentation State Storage"),
    VOLUME_RENDERING_VOLUMETRIC_PRESENTATION_STATE(
            "1.2.840.10008.5.1.4.1.1.11.9", "Volume Rendering Volumetric Presentation State Storage"),
    SEGMENTED_VOLUME_RENDERING_VOLUMETRIC_PRESENTATION_STATE(
            "1.2.840.10008.5.1.4.1.1.11.10", "Segmented Volume Rendering Volumetric Presentation State Storage"),
    MULTIPLE_VOLUME_RENDERING_VOLUMETRIC_PRESENTATION_STATE(
            "1.2.840.10008.5.1.4.1.1.11.11", "Multiple Volume Rendering Volumetric Presentation State Storage"),
    VARIABLE_MODALITY_LUT_SOFTCOPY_PRESENTATION_STATE(
            "1.2.840.10008.5.1.4.1.1.11.12", "Variable Modality LUT Softcopy Presentation State Storage"),
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
    INTRAVASCULAR_OPTICAL_COHERENCE_TOMOGRAPHY_IMAGE_FOR_PRESENTATION(
            "1.2.840.10008.5.1.4.1.1.14.1",
            "Intravascular Optical Coherence Tomography Image Storage - For Presentation"),
    INTRAVASCULAR_OPTICAL_COHERENCE_TOMOGRAPHY_IMAGE_FOR_PROCESSING(
            "1.2.840.10008.5.1.4.1.1.14.2",
            "Intravascular Optical Coherence Tomography Image Storage - For Processing"),
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
    VL_IMAGE_TRIAL("1.2.840.10008.5.1.4.1.1.77.1", "VL Image Storage - Trial (Retired)"),
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
    WIDE_FIELD_OPHTHALMIC_PHOTOGRAPHY_STEREOGRAPHIC_PROJECTION_IMAGE(
            "1.2.840.10008.5.1.4.1.1.77.1.5.5",
            "Wide Field Ophthalmic Photography Stereographic Projection Image Storage"),
    WIDE_FIELD_OPHTHALMIC_PHOTOGRAPHY_3D_COORDINATES_IMAGE(
            "1.2.840.10008.5.1.4.1.1.77.1.5.6", "Wide Field Ophthalmic Photography 3D Coordinates Image Storage"),
    OPHTHALMIC_OPTICAL_COHERENCE_TOMOGRAPHY_EN_FACE_IMAGE(
            "1.2.840.10008.5.1.4.1.1.77.1.5.7", "Ophthalmic Optical Coherence Tomography En Face Image Storage"),
    OPHTHALMIC_OPTICAL_COHERENCE_TOMOGRAPHY_B_SCAN_VOLUME_ANALYSIS(
            "1.2.840.10008.5.1.4.1.1.77.1.5.8",
            "Ophthalmic Optical Coherence Tomography B-scan Volume Analysis Storage"),
    VL_WHOLE_SLIDE_MICROSCOPY_IMAGE("1.2.840.10008.5.1.4.1.1.77.1.6", "VL Whole Slide Microscopy Image Storage"),
    DERMOSCOPIC_PHOTOGRAPHY_IMAGE("1.2.840.10008.5.1.4.1.1.77.1.7", "Dermoscopic Photography Image Storage"),
    CONFOCAL_MICROSCOPY_IMAGE("1.2.840.10008.5.1.4.1.1.77.1.8", "Confocal Microscopy Image Storage"),
    CONFOCAL_MICROSCOPY_TILED_PYRAMIDAL_IMAGE(
            "1.2.840.10008.5.1.4.1.1.77.1.9", "Confocal Microscopy Tiled Pyramidal Image Storage"),
    VL_MULTI_FRAME_IMAGE_TRIAL("1.2.840.10008.5.1.4.1.1.77.2", "VL Multi-frame Image Storage - Trial (Retired)"),
    LENSOMETRY_MEASUREMENTS("1.2.840.10008.5.1.4.1.1.78.1", "Lensometry Measurements Storage"),
    AUTOREFRACTION_MEASUREMENTS("1.2.840.10008.5.1.4.1.1.78.2", "Autorefraction Measurements Storage"),
    KERATOMETRY_MEASUREMENTS("1.2.840.10008.5.1.4.1.1.78.3", "Keratometry Measurements Storage"),
    SUBJECTIVE_REFRACTION_MEASUREMENTS("1.2.840.10008.5.1.4.1.1.78.4", "Subjective Refraction Measurements Storage"),
    VISUAL_ACUITY_MEASUREMENTS("1.2.840.10008.5.1.4.1.1.78.5", "Visual Acuity Measurements Storage"),
    SPECTACLE_PRESCRIPTION_REPORT("1.2.840.10008.5.1.4.1.1.78.6", "Spectacle Prescription Report Storage"),
    OPHTHALMIC_AXIAL_MEASUREMENTS("1.2.840.10008.5.1.4.1.1.78.7", "Ophthalmic Axial Measurements Storage"),
    INTRAOCULAR_LENS_CALCULATIONS("1.2.840.10008.5.1.4.1.1.78.8", "Intraocular Lens Calculations Storage"),
    MACULAR_GRID_THICKNESS_AND_VOLUME_REPORT(
            "1.2.840.10008.5.1.4.1.1.79.1", "Macular Grid Thickness and Volume Report Storage"),
    OPHTHALMIC_VISUAL_FIELD_STATIC_PERIMETRY_MEASUREMENTS(
            "1.2.840.10008.5.1.4.1.1.80.1", "Ophthalmic Visual Field Static Perimetry Measurements Storage"),
    OPHTHALMIC_THICKNESS_MAP("1.2.840.10008.5.1.4.1.1.81.1", "Ophthalmic Thickness Map Storage"),
    CORNEAL_TOPOGRAPHY_MAP("1.2.840.10008.5.1.4.1.1.82.1", "Corneal Topography Map Storage"),
    TEXT_SR_TRIAL("1.2.840.10008.5.1.4.1.1.88.1", "Text SR Storage - Trial (Retired)"),
    AUDIO_SR_TRIAL("1.2.840.10008.5.1.4.1.1.88.2", "Audio SR Storage - Trial (Retired)"),
    DETAIL_SR_TRIAL("1.2.840.10008.5.1.4.1.1.88.3", "Detail SR Storage - Trial (Retired)"),
    COMPREHENSIVE_SR_TRIAL("1.2.840.10008.5.1.4.1.1.88.4", "Comprehensive SR Storage - Trial (Retired)"),
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
    IMPLANTATION_PLAN_SR("1.2.840.10008.5.1.4.1.1.88.70", "Implantation Plan SR Storage"),
    ACQUISITION_CONTEXT_SR("1.2.840.10008.5.1.4.1.1.88.71", "Acquisition Context SR Storage"),
    SIMPLIFIED_ADULT_ECHO_SR("1.2.840.10008.5.1.4.1.1.88.72", "Simplified Adult Echo SR Storage"),
    PATIENT_RADIATION_DOSE_SR("1.2.840.10008.5.1.4.1.1.88.73", "Patient Radiation Dose SR Storage"),
    PLANNED_IMAGING_AGENT_ADMINISTRATION_SR(
            "1.2.840.10008.5.1.4.1.1.88.74", "Planned Imaging Agent Administration SR Storage"),
    PERFORMED_IMAGING_AGENT_ADMINISTRATION_SR(
            "1.2.840.10008.5.1.4.1.1.88.75", "Performed Imaging Agent Administration SR Storage"),
    ENHANCED_X_RAY_RADIATION_DOSE_SR("1.2.840.10008.5.1.4.1.1.88.76", "Enhanced X-Ray Radiation Dose SR Storage"),
    CONTENT_ASSESSMENT_RESULTS("1.2.840.10008.5.1.4.1.1.90.1", "Content Assessment Results Storage"),
    MICROSCOPY_BULK_SIMPLE_ANNOTATIONS("1.2.840.10008.5.1.4.1.1.91.1", "Microscopy Bulk Simple Annotations Storage"),
    ENCAPSULATED_PDF("1.2.840.10008.5.1.4.1.1.104.1", "Encapsulated PDF Storage"),
    ENCAPSULATED_CDA("1.2.840.10008.5.1.4.1.1.104.2", "Encapsulated CDA Storage"),
    ENCAPSULATED_STL("1.2.840.10008.5.1.4.1.1.104.3", "Encapsulated STL Storage"),
    ENCAPSULATED_OBJ("1.2.840.10008.5.1.4.1.1.104.4", "Encapsulated OBJ Storage"),
    ENCAPSULATED_MTL("1.2.840.10008.5.1.4.1.1.104.5", "Encapsulated MTL Storage"),
    POSITRON_EMISSION_TOMOGRAPHY_IMAGE("1.2.840.10008.5.1.4.1.1.128", "Positron Emission Tomography Image Storage"),
    LEGACY_CONVERTED_ENHANCED_PET_IMAGE("1.2.840.10008.5.1.4.1.1.128.1", "Legacy Converted Enhanced PET Image Storage"),
    STANDALONE_PET_CURVE_RETIRED("1.2.840.10008.5.1.4.1.1.129", "Standalone PET Curve Storage (Retired)"),
    ENHANCED_PET_IMAGE("1.2.840.10008.5.1.4.1.1.130", "Enhanced PET Image Storage"),
    BASIC_STRUCTURED_DISPLAY("1.2.840.10008.5.1.4.1.1.131", "Basic Structured Display Storage"),
    CT_DEFINED_PROCEDURE_PROTOCOL("1.2.840.10008.5.1.4.1.1.200.1", "CT Defined Procedure Protocol Storage"),
    CT_PERFORMED_PROCEDURE_PROTOCOL("1.2.840.10008.5.1.4.1.1.200.2", "CT Performed Procedure Protocol Storage"),
    PROTOCOL_APPROVAL("1.2.840.10008.5.1.4.1.1.200.3", "Protocol Approval Storage"),
    XA_DEFINED_PROCEDURE_PROTOCOL("1.2.840.10008.5.1.4.1.1.200.7", "XA Defined Procedure Protocol Storage"),
    XA_PERFORMED_PROCEDURE_PROTOCOL("1.2.840.10008.5.1.4.1.1.200.8", "XA Performed Procedure Protocol Storage"),
    INVENTORY("1.2.840.10008.5.1.4.1.1.201.1", "Inventory Storage"),
    RT_IMAGE("1.2.840.10008.5.1.4.1.1.481.1", "RT Image Storage"),
    RT_DOSE("1.2.840.10008.5.1.4.1.1.481.2", "RT Dose Storage"),
    RT_STRUCTURE_SET("1.2.840.10008.5.1.4.1.1.481.3", "RT Structure Set Storage"),
    RT_BEAMS_TREATMENT_RECORD("1.2.840.10008.5.1.4.1.1.481.4", "RT Beams Treatment Record Storage"),
    RT_PLAN("1.2.840.10008.5.1.4.1.1.481.5", "RT Plan Storage"),
    RT_BRACHY_TREATMENT_RECORD("1.2.840.10008.5.1.4.1.1.481.6", "RT Brachy Treatment Record Storage"),
    RT_TREATMENT_SUMMARY_RECORD("1.2.840.10008.5.1.4.1.1.481.7", "RT Treatment Summary Record Storage"),
    RT_ION_PLAN("1.2.840.10008.5.1.4.1.1.481.8", "RT Ion Plan Storage"),
    RT_ION_BEAMS_TREATMENT_RECORD("1.2.840.10008.5.1.4.1.1.481.9", "RT Ion Beams Treatment Record Storage"),
    RT_PHYSICIAN_INTENT("1.2.840.10008.5.1.4.1.1.481.10", "RT Physician Intent Storage"),
    RT_SEGMENT_ANNOTATION("1.2.840.10008.5.1.4.1.1.481.11", "RT Segment Annotation Storage"),
    RT_RADIATION_SET("1.2.840.10008.5.1.4.1.1.481.12", "RT Radiation Set Storage"),
    C_ARM_PHOTON_ELECTRON_RADIATION("1.2.840.10008.5.1.4.1.1.481.13", "C-Arm Photon-Electron Radiation Storage"),
    TOMOTHERAPEUTIC_RADIATION("1.2.840.10008.5.1.4.1.1.481.14", "Tomotherapeutic Radiation Storage"),
    ROBOTIC_ARM_RADIATION("1.2.840.10008.5.1.4.1.1.481.15", "Robotic-Arm Radiation Storage"),
    RT_RADIATION_RECORD_SET("1.2.840.10008.5.1.4.1.1.481.16", "RT Radiation Record Set Storage"),
    RT_RADIATION_SALVAGE_RECORD("1.2.840.10008.5.1.4.1.1.481.17", "RT Radiation Salvage Record Storage"),
    TOMOTHERAPEUTIC_RADIATION_RECORD("1.2.840.10008.5.1.4.1.1.481.18", "Tomotherapeutic Radiation Record Storage"),
    C_ARM_PHOTON_ELECTRON_RADIATION_RECORD(
            "1.2.840.10008.5.1.4.1.1.481.19", "C-Arm Photon-Electron Radiation Record Storage"),
    ROBOTIC_RADIATION_RECORD("1.2.840.10008.5.1.4.1.1.481.20", "Robotic Radiation Record Storage"),
    RT_RADIATION_SET_DELIVERY_INSTRUCTION(
            "1.2.840.10008.5.1.4.1.1.481.21", "RT Radiation Set Delivery Instruction Storage"),
    RT_TREATMENT_PREPARATION("1.2.840.10008.5.1.4.1.1.481.22", "RT Treatment Preparation Storage"),
    ENHANCED_RT_IMAGE("1.2.840.10008.5.1.4.1.1.481.23", "Enhanced RT Image Storage"),
    ENHANCED_CONTINUOUS_RT_IMAGE("1.2.840.10008.5.1.4.1.1.481.24", "Enhanced Continuous RT Image Storage"),
    RT_PATIENT_POSITION_ACQUISITION_INSTRUCTION(
            "1.2.840.10008.5.1.4.1.1.481.25", "RT Patient Position Acquisition Instruction Storage"),
    RT_BEAMS_DELIVERY_INSTRUCTION_TRIAL(
            "1.2.840.10008.5.1.4.34.1", "RT Beams Delivery Instruction Storage - Trial (Retired)"),
    RT_BEAMS_DELIVERY_INSTRUCTION("1.2.840.10008.5.1.4.34.7", "RT Beams Delivery Instruction Storage"),
    RT_BRACHY_APPLICATION_SETUP_DELIVERY_INSTRUCTION(
            "1.2.840.10008.5.1.4.34.10", "RT Brachy Application Setup Delivery Instruction Storage"),
    HANGING_PROTOCOL("1.2.840.10008.5.1.4.38.1", "Hanging Protocol Storage"),
    COLOR_PALETTE("1.2.840.10008.5.1.4.39.1", "Color Palette Storage"),
    GENERIC_IMPLANT_TEMPLATE("1.2.840.10008.5.1.4.43.1", "Generic Implant Template Storage"),
    IMPLANT_ASSEMBLY_TEMPLATE("1.2.840.10008.5.1.4.44.1", "Implant Assembly Template Storage"),
    IMPLANT_TEMPLATE_GROUP("1.2.840.10008.5.1.4.45.1", "Implant Template Group Storage");

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

    /** Whether its instances can be sent with C-STORE, which a directory cannot. */
    public boolean isStorage() {
        return this != VERIFICATION && this != MEDIA_DIRECTORY;
    }

    @Override
    public String toString() {
        return title;
    }
}
