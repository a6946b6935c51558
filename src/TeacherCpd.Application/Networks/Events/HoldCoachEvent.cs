using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Common;
using TeacherCpd.Domain.Common;
using TeacherCpd.Domain.Networks;

namespace TeacherCpd.Application.Networks.Events;

/// <summary>The school or the coach records that an event was held and who came.</summary>
/// <param name="EventId">Event.</param>
/// <param name="Turnout">Of each school.</param>
/// <param name="Outcome">What came of it.</param>
[SignedIn]
public sealed record HoldCoachEventCommand(Guid EventId, IReadOnlyList<SchoolTurnout> Turnout, string? Outcome) : ICommand<Done>;

/// <summary>Who came from a school.</summary>
/// <param name="SchoolId">School.</param>
/// <param name="Count">How many; null: as many as are named.</param>
/// <param name="Iins">National numbers of those who are named, apart by spaces, commas or lines; null for none.</param>
public sealed record SchoolTurnout(Guid SchoolId, int? Count, string? Iins);

/// <summary>Nobody with this number works at the school on the days of the event.</summary>
/// <param name="Iin">The number as it was typed.</param>
public sealed record ParticipantNotOfSchool(string Iin) : Error("participant_not_of_school", ErrorKind.Invalid)
{
    /// <inheritdoc/>
    public override IReadOnlyList<object?> Args => [Iin];
}

internal sealed class HoldCoachEventValidator : AbstractValidator<HoldCoachEventCommand>
{
    private const int LongestNumbers = 20_000;

    public HoldCoachEventValidator()
    {
        RuleFor(c => c.Outcome).NotEmpty().WithErrorCode("required").MaximumLength(CoachEvent.WordsLength).WithErrorCode("too_long");
        RuleForEach(c => c.Turnout).ChildRules(line =>
        {
            line.RuleFor(l => l.Count).InclusiveBetween(0, CoachEvent.MostOfSchool).WithErrorCode("out_of_range");
            line.RuleFor(l => l.Iins).MaximumLength(LongestNumbers).WithErrorCode("too_long");
        });
    }
}

internal sealed class HoldCoachEventHandler(IAppDbContext db, CurrentUser user, TimeProvider time) : IRequestHandler<HoldCoachEventCommand, Result<Done>>
{
    private static readonly char[] Between = [' ', ',', ';', '\r', '\n', '\t'];

    public async Task<Result<Done>> Handle(HoldCoachEventCommand request, CancellationToken cancellationToken)
    {
        var held = await db.EventInHandAsync(user, request.EventId, cancellationToken);
        if (held is null)
        {
            return new NotFound();
        }

        var named = request.Turnout.SelectMany(t => Numbers(t).Select(iin => (t.SchoolId, Iin: iin))).ToList();
        var known = await KnownAsync([.. named.Select(n => n.Iin).Distinct()], held, cancellationToken);
        if (named.Find(n => !known.ContainsKey(n)) is { Iin: { } stranger })
        {
            return new ParticipantNotOfSchool(stranger);
        }

        var turnout = request.Turnout
            .GroupBy(t => t.SchoolId)
            .Select(g => g.First())
            .Select(t => (Line: t, People: Numbers(t).Select(iin => known[(t.SchoolId, iin)]).ToList()))
            .Select(t => new CoachEventTurnout(t.Line.SchoolId, t.Line.Count ?? t.People.Count, t.People))
            .ToList();
        return held.Hold(turnout, request.Outcome.Lines(), time.Today(), time.UtcNow()) is { } refused ? refused : Done.Value;
    }

    private static IReadOnlyList<string> Numbers(SchoolTurnout line) => [.. (line.Iins ?? "").Split(Between, StringSplitOptions.RemoveEmptyEntries).Distinct()];

    // a number that is not known and one of somebody elsewhere are not told apart: the answer would tell who works where
    private async Task<Dictionary<(Guid SchoolId, string Iin), Guid>> KnownAsync(List<string> numbers, CoachEvent held, CancellationToken cancellationToken)
    {
        var schools = held.Schools.Select(s => s.SchoolId).ToList();
        var found = await (
            from person in db.Persons
            where EF.Parameter(numbers).Contains(person.Iin)
            from job in person.Employments
            where EF.Parameter(schools).Contains(job.OrganisationId) && job.From <= held.To && (job.To == null || job.To >= held.From)
            select new { person.Iin, person.Id, job.OrganisationId })
            .Distinct()
            .ToListAsync(cancellationToken);
        return found.ToDictionary(f => (f.OrganisationId, f.Iin), f => f.Id);
    }
}
