using TeacherCpd.Application.Access;
using TeacherCpd.Application.Common;
using TeacherCpd.Application.Portfolios;
using TeacherCpd.Domain.Originality;
using TeacherCpd.Domain.Portfolios;

namespace TeacherCpd.Application.Originality;

/// <summary>A result that went over the threshold and that nobody has noted yet.</summary>
public sealed class CrossingView
{
    public Guid CheckId { get; init; }

    public CheckRound Round { get; init; }

    public ThresholdCrossing Crossing { get; init; }

    public int? Permille { get; init; }

    public DateTime? FinishedAt { get; init; }

    public required string GroupCode { get; init; }

    public required string ListenerCode { get; init; }

    public MaterialKind Kind { get; init; }

    public int Part { get; init; }

    public int Number { get; init; }

    /// <summary>Number that the teacher quotes.</summary>
    public string Receipt => ReceiptNumber.Of(ListenerCode, Kind, Part, Number);
}

internal static class CrossingQueries
{
    /// <summary>Those of the own groups of a trainer, and of the branches of a coordinator.</summary>
    public static IQueryable<CrossingView> CrossingsOf(this IAppDbContext db, CurrentUser user)
    {
        var me = user.Me;
        var trains = user.Can(Permission.GiveFeedback);
        var branches = db.Organisations.Within(user.Scopes(Permission.RunOriginality));
        return
            from check in db.OriginalityChecks
            where check.Crossing != ThresholdCrossing.None && check.CrossingNotedAt == null
            join place in db.MaterialPlaces() on check.MaterialId equals place.MaterialId
            where place.PersonId != me && ((trains && place.TrainerId == me) || branches.Any(b => b.Id == place.BranchId))
            select new CrossingView
            {
                CheckId = check.Id,
                Round = check.Round,
                Crossing = check.Crossing,
                Permille = check.SimilarityPermille,
                FinishedAt = check.FinishedAt,
                GroupCode = place.GroupCode,
                ListenerCode = place.ListenerCode,
                Kind = place.Kind,
                Part = place.Part,
                Number = place.Number,
            };
    }
}
