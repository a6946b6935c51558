using System.Globalization;
using TeacherCpd.Application.Common;
using TeacherCpd.Domain.Portfolios;

namespace TeacherCpd.Application.Portfolios;

/// <summary>Whose a material is and who is responsible for it: what access to it depends on.</summary>
internal sealed class MaterialPlace
{
    public Guid MaterialId { get; init; }

    public MaterialKind Kind { get; init; }

    public int Part { get; init; }

    public int Number { get; init; }

    public DateTime ReceivedAt { get; init; }

    public Guid EnrolmentId { get; init; }

    public Guid PersonId { get; init; }

    public required string ListenerCode { get; init; }

    public Guid GroupId { get; init; }

    public required string GroupCode { get; init; }

    public Guid TrainerId { get; init; }

    public Guid BranchId { get; init; }

    /// <summary>What people quote when they speak of it.</summary>
    public string Receipt => ReceiptNumber.Of(ListenerCode, Kind, Part, Number);
}

/// <summary>The numbers by which what was received is spoken of.</summary>
internal static class ReceiptNumber
{
    /// <summary>Of a version that was handed in.</summary>
    public static string Of(string listenerCode, int version) => string.Create(CultureInfo.InvariantCulture, $"{listenerCode}-{version}");

    /// <summary>Of a material: R for a report, P for a presentation; then the part and how often it was received.</summary>
    public static string Of(string listenerCode, MaterialKind kind, int part, int number) =>
        $"{listenerCode}-{Of(kind, part, number)}";

    /// <summary>Of a material, where it is clear whose it is.</summary>
    public static string Of(MaterialKind kind, int part, int number) =>
        string.Create(CultureInfo.InvariantCulture, $"{(kind == MaterialKind.Report ? 'R' : 'P')}{part}.{number}");
}

internal static class MaterialPlaceQueries
{
    /// <summary>Every material with its place; to be narrowed by the caller.</summary>
    public static IQueryable<MaterialPlace> MaterialPlaces(this IAppDbContext db) =>
        from material in db.PortfolioMaterials
        join portfolio in db.Portfolios on material.PortfolioId equals portfolio.Id
        join enrolment in db.Enrolments on portfolio.EnrolmentId equals enrolment.Id
        join studyGroup in db.Groups on enrolment.GroupId equals studyGroup.Id
        select new MaterialPlace
        {
            MaterialId = material.Id,
            Kind = material.Kind,
            Part = material.Part,
            Number = material.Number,
            ReceivedAt = material.ReceivedAt,
            EnrolmentId = enrolment.Id,
            PersonId = enrolment.PersonId,
            ListenerCode = enrolment.ListenerCode,
            GroupId = studyGroup.Id,
            GroupCode = studyGroup.Code,
            TrainerId = studyGroup.TrainerId,
            BranchId = studyGroup.BranchId,
        };
}
