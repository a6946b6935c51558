using System.Globalization;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Common;
using TeacherCpd.Application.Organisations;
using TeacherCpd.Domain.Collaboration;
using TeacherCpd.Domain.Common;

namespace TeacherCpd.Application.Collaboration.Mentoring;

/// <summary>A school proposes a mentor for a young teacher; both are asked.</summary>
/// <param name="PairId">Id that the form carries: sending it twice proposes one pair.</param>
/// <param name="SchoolId">School of the young teacher.</param>
/// <param name="YoungTeacherId">A beginner of the school.</param>
/// <param name="MentorId">A pedagogue of the school; null where the mentor is of another.</param>
/// <param name="MentorIin">Number of a mentor of another school of the district.</param>
/// <param name="OtherSchoolReason">Why the mentor is of another school.</param>
/// <param name="From">First day.</param>
/// <param name="To">Last day.</param>
/// <param name="Goals">What they want to reach.</param>
[RequirePermission(Permission.LeadCollaboration)]
public sealed record ProposePairCommand(
    Guid PairId, Guid SchoolId, Guid? YoungTeacherId, Guid? MentorId, string? MentorIin, string? OtherSchoolReason, DateOnly? From, DateOnly? To, string? Goals) : ICommand<Done>;

/// <summary>Mentors are for beginners.</summary>
/// <param name="Years">Years up to which somebody is one.</param>
public sealed record NotABeginner(int Years) : Error("not_a_beginner", ErrorKind.Conflict)
{
    public override IReadOnlyList<object?> Args => [Years];

    public override string Field => nameof(ProposePairCommand.YoungTeacherId);
}

/// <summary>Somebody has one mentor at a time.</summary>
public sealed record HasMentor() : Error("has_mentor", ErrorKind.Conflict)
{
    public override string Field => nameof(ProposePairCommand.YoungTeacherId);
}

/// <summary>The mentor has as many pairs as one may have at once.</summary>
/// <param name="Most">How many.</param>
public sealed record MentorHasEnough(int Most) : Error("mentor_has_enough", ErrorKind.Conflict)
{
    public override IReadOnlyList<object?> Args => [Most];

    public override string Field => nameof(ProposePairCommand.MentorId);
}

internal sealed class ProposePairValidator : AbstractValidator<ProposePairCommand>
{
    public ProposePairValidator()
    {
        RuleFor(c => c.YoungTeacherId).NotNull().WithErrorCode("required");
        RuleFor(c => c.MentorId).NotNull().When(c => string.IsNullOrWhiteSpace(c.MentorIin)).WithErrorCode("mentor_needed");
        RuleFor(c => c.MentorIin).Must(string.IsNullOrWhiteSpace).When(c => c.MentorId is not null).WithErrorCode("one_mentor_only");
        RuleFor(c => c.OtherSchoolReason).MaximumLength(MentoringPair.ReasonLength).WithErrorCode("too_long");
        RuleFor(c => c.From).NotNull().WithErrorCode("required");
        RuleFor(c => c.To).NotNull().WithErrorCode("required");
        RuleFor(c => c.Goals).NotEmpty().WithErrorCode("required").MaximumLength(MentoringPair.GoalsLength).WithErrorCode("too_long");
    }
}

internal sealed class ProposePairHandler(IAppDbContext db, CurrentUser user, CollaborationRules rules, TimeProvider time) : IRequestHandler<ProposePairCommand, Result<Done>>
{
    public async Task<Result<Done>> Handle(ProposePairCommand request, CancellationToken cancellationToken)
    {
        // one line for all: who is free is counted over all schools
        await db.TakeTurnAsync("mentoring", cancellationToken);
        if (await db.OrganisationInReachAsync(user, Permission.LeadCollaboration, request.SchoolId, cancellationToken) is not { } school)
        {
            return new NotFound();
        }

        if (await db.MentoringPairs.AnyAsync(p => p.Id == request.PairId, cancellationToken))
        {
            return Done.Value;
        }

        var today = time.Today();
        var colleagues = await db.ColleaguesAsync(school.Id, today, cancellationToken);
        if (colleagues.Find(c => c.Id == request.YoungTeacherId) is not { } young)
        {
            return new NotFound();
        }

        if (!rules.IsBeginner(young.Began, today))
        {
            return new NotABeginner(rules.BeginnerYears);
        }

        var (mentorId, mentorSchoolId) = (request.MentorId ?? Guid.Empty, school.Id);
        if (request.MentorIin.OrNothing() is { } iin)
        {
            var found = await db.OfDistrictAsync([iin], school, today, cancellationToken);
            if (!found.TryGetValue(iin, out var other))
            {
                return new InvalidInput([new FieldFault(nameof(request.MentorIin), "not_of_district", [iin])]);
            }

            (mentorId, mentorSchoolId) = other;
        }
        else if (!colleagues.Exists(c => c.Id == mentorId))
        {
            return new NotFound();
        }

        var live = await db.MentoringPairs
            .Where(p => PairStates.Live.Contains(p.Status) && (p.MentorId == mentorId || p.YoungTeacherId == young.Id))
            .Select(p => new { p.MentorId, p.YoungTeacherId })
            .ToListAsync(cancellationToken);
        if (live.Exists(p => p.YoungTeacherId == young.Id))
        {
            return new HasMentor();
        }

        if (live.Count(p => p.MentorId == mentorId) >= rules.MenteesPerMentor)
        {
            return new MentorHasEnough(rules.MenteesPerMentor);
        }

        var number = await db.NextNumberAsync(string.Create(CultureInfo.InvariantCulture, $"mentoring/{today.Year}"), cancellationToken);
        var pair = MentoringPair.Propose(
            request.PairId,
            string.Create(CultureInfo.InvariantCulture, $"TM-{today.Year}-{number:000000}"),
            new PairProposal(
                school.Id, mentorId, mentorSchoolId, young.Id, request.From!.Value, request.To!.Value, request.Goals.Lines(), request.OtherSchoolReason.OrNothing(), user.Me),
            time.UtcNow());
        if (pair.Error is { } refused)
        {
            return refused;
        }

        db.MentoringPairs.Add(pair.Value);
        return Done.Value;
    }
}
