namespace TeacherCpd.Domain.Attestation;

/// <summary>Hours of courses as the sheets count them (appendices 12 and 13, notes, item 4).</summary>
public static class CourseHours
{
    /// <summary>
    /// Hours that count in a period: of programmes agreed with the authorised body only; hours of different programmes
    /// add up, a programme taken twice counts once, with the longer of its certificates.
    /// </summary>
    /// <param name="certificates">Certificates: code of the programme, academic hours, day of issue, whether it is agreed.</param>
    /// <param name="from">First day of the period.</param>
    /// <param name="to">Last day of the period.</param>
    /// <param name="validYears">Years a certificate counts, seen from the last day; null for no limit.</param>
    public static int Count(
        IEnumerable<(string ProgrammeCode, int Hours, DateOnly IssuedOn, bool Agreed)> certificates,
        DateOnly from,
        DateOnly to,
        int? validYears = null)
    {
        var oldest = validYears is { } years && to.AddYears(-years) > from ? to.AddYears(-years) : from;
        return certificates
            .Where(c => c.Agreed && c.IssuedOn >= oldest && c.IssuedOn <= to)
            .GroupBy(c => c.ProgrammeCode)
            .Sum(p => p.Max(c => c.Hours));
    }

    /// <summary>Points for hours: those of the category where they are enough for it, else 0.</summary>
    /// <param name="sheet">The candidate's sheet.</param>
    /// <param name="category">Category claimed.</param>
    /// <param name="organisation">Type of the organisation: some need fewer hours.</param>
    /// <param name="hours">Hours that count.</param>
    public static int Points(SheetChoice sheet, string category, EducationType organisation, int hours)
    {
        var criterion = sheet.Sheet.Criteria.Single(c => c.Number == sheet.Sheet.HoursCriterion);
        return criterion.HoursFor(category, organisation) is { } needed && hours >= needed
            ? criterion.Points.GetValueOrDefault(category)
            : 0;
    }
}
