using TeacherCpd.Application.Common;

namespace TeacherCpd.Application.Portfolios;

/// <summary>Whose a version is and who is responsible for it: what access to it depends on.</summary>
internal sealed class VersionPlace
{
    public Guid VersionId { get; init; }

    public int Number { get; init; }

    public DateTime ReceivedAt { get; init; }

    public Guid EnrolmentId { get; init; }

    public Guid PersonId { get; init; }

    public required string ListenerCode { get; init; }

    public Guid GroupId { get; init; }

    public required string GroupCode { get; init; }

    public Guid TrainerId { get; init; }

    public Guid BranchId { get; init; }

    /// <summary>What people quote when they speak of a version.</summary>
    public string Receipt => ReceiptNumber.Of(ListenerCode, Number);
}

/// <summary>The number by which a received version is spoken of.</summary>
internal static class ReceiptNumber
{
    public static string Of(string listenerCode, int number) =>
        string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{listenerCode}-{number}");
}

internal static class VersionPlaceQueries
{
    /// <summary>Every version with its place; to be narrowed by the caller.</summary>
    public static IQueryable<VersionPlace> VersionPlaces(this IAppDbContext db) =>
        from version in db.PortfolioVersions
        join portfolio in db.Portfolios on version.PortfolioId equals portfolio.Id
        join enrolment in db.Enrolments on portfolio.EnrolmentId equals enrolment.Id
        join studyGroup in db.Groups on enrolment.GroupId equals studyGroup.Id
        select new VersionPlace
        {
            VersionId = version.Id,
            Number = version.Number,
            ReceivedAt = version.ReceivedAt,
            EnrolmentId = enrolment.Id,
            PersonId = enrolment.PersonId,
            ListenerCode = enrolment.ListenerCode,
            GroupId = studyGroup.Id,
            GroupCode = studyGroup.Code,
            TrainerId = studyGroup.TrainerId,
            BranchId = studyGroup.BranchId,
        };
}
