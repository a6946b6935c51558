namespace TeacherCpd.Domain.Attestation;

/// <summary>Ladder of categories; it follows from the position held (order 83, paragraphs 5, 6 and 12).</summary>
public enum Ladder
{
    /// <summary>Teachers and other pedagogues.</summary>
    Teacher,

    /// <summary>Methodists; the categories of teachers with a sheet of their own.</summary>
    Methodist,

    /// <summary>Deputy heads.</summary>
    Deputy,

    /// <summary>First heads.</summary>
    Head,
}

/// <summary>Type of the organisation where the candidate works, as the sheets of the order distinguish it.</summary>
public enum EducationType
{
    /// <summary>School of general education.</summary>
    School,

    /// <summary>Preschool.</summary>
    Preschool,

    /// <summary>Organisation of additional education.</summary>
    Additional,

    /// <summary>Special organisation.</summary>
    Special,

    /// <summary>Technical, vocational and post-secondary education.</summary>
    College,

    /// <summary>Methodical office (centre).</summary>
    MethodOffice,
}

/// <summary>Kind of the organisation where the type alone does not choose the row of a sheet.</summary>
public enum EducationKind
{
    /// <summary>Special school.</summary>
    SpecialSchool,

    /// <summary>Special school for pupils who need not reach the state standard.</summary>
    SpecialSchoolWithoutStandard,

    /// <summary>Correction office, rehabilitation centre or autism centre.</summary>
    CorrectionOffice,

    /// <summary>Psychological, medical and pedagogical consultation.</summary>
    CommissionPmpk,

    /// <summary>A "Daryn" centre.</summary>
    Daryn,

    /// <summary>Methodical office that is a structural unit without a legal entity of its own.</summary>
    StructuralUnit,
}

/// <summary>Field of work of a deputy head.</summary>
public enum DeputyField
{
    /// <summary>Academic work.</summary>
    Academic,

    /// <summary>Methodical, scientific and methodical, or profile work.</summary>
    Methodical,

    /// <summary>Teaching in production.</summary>
    Production,

    /// <summary>Informatization.</summary>
    Informatization,

    /// <summary>Upbringing.</summary>
    Upbringing,

    /// <summary>Deputy head of a methodical office.</summary>
    MethodOffice,
}

/// <summary>Level of a commission (paragraph 19), from the organisation up; also whose subordinate an organisation is.</summary>
public enum CommissionLevel
{
    /// <summary>The organisation itself.</summary>
    Organisation,

    /// <summary>Education department of a district or town.</summary>
    District,

    /// <summary>Education department of a region or of a city of republican significance.</summary>
    Region,

    /// <summary>The ministry.</summary>
    Ministry,
}

/// <summary>Language certificates that stand in for the knowledge test (paragraphs 55 and 56).</summary>
public enum LanguageExam
{
    /// <summary>English, IELTS: 0 to 9 in halves.</summary>
    Ielts,

    /// <summary>English, TOEFL iBT: 0 to 120.</summary>
    Toefl,

    /// <summary>French, DELF: level A1 to C2.</summary>
    Delf,

    /// <summary>German, Goethe-Zertifikat: level A1 to C2.</summary>
    Goethe,

    /// <summary>Any other language: level A1 to C2, recognised in the country of the language.</summary>
    Cefr,
}
