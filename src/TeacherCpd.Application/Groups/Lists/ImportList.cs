using System.Globalization;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Common;
using TeacherCpd.Domain.Accounts;
using TeacherCpd.Domain.Common;
using TeacherCpd.Domain.Groups;
using TeacherCpd.Domain.Groups.Lists;
using TeacherCpd.Domain.Programmes;
using SortKey = TeacherCpd.Domain.Common.SortKey;

namespace TeacherCpd.Application.Groups.Lists;

/// <summary>
/// Enrols the people of a list that was looked at, on the ground of a document, in the order of the list. The document says
/// that all who had to decide did; places, quotas and the line of those who wait hold all the same. Rows that cannot be
/// taken keep back none of the others. Confirming twice does it once.
/// </summary>
/// <param name="DocumentNumber">Number of the order or letter.</param>
/// <param name="DocumentDate">Its date.</param>
[RequirePermission(Permission.ManageGroups)]
public sealed record ImportListCommand(Guid GroupId, Guid ListId, string DocumentNumber, DateOnly? DocumentDate) : ICommand<ListOutcome>;

/// <summary>The list was thrown away, or its time ran out.</summary>
public sealed record ListGone() : Error("list_gone", ErrorKind.Conflict);

/// <summary>The date of the document is still to come.</summary>
public sealed record DocumentDateToCome() : Error("document_date_to_come", ErrorKind.Invalid)
{
    public override string Field => nameof(ImportListCommand.DocumentDate);
}

internal sealed class ImportListValidator : AbstractValidator<ImportListCommand>
{
    public ImportListValidator()
    {
        RuleFor(c => c.DocumentNumber).NotEmpty().WithErrorCode("required").MaximumLength(100).WithErrorCode("too_long");
        RuleFor(c => c.DocumentDate).NotEmpty().WithErrorCode("required");
    }
}

internal sealed class ImportListHandler(IAppDbContext db, CurrentUser user, TimeProvider time) : IRequestHandler<ImportListCommand, Result<ListOutcome>>
{
    public async Task<Result<ListOutcome>> Handle(ImportListCommand request, CancellationToken cancellationToken)
    {
        if (await PlaceTurn.TakeAsync(db, request.GroupId, cancellationToken) is not { } turn
            || await db.ListsOf(user, request.GroupId).SingleOrDefaultAsync(l => l.Id == request.ListId, cancellationToken) is not { } list)
        {
            return new NotFound();
        }

        if (list.Status == EnrolmentListStatus.Imported)
        {
            return list.Outcome;
        }

        var stored = await db.EnrolmentListRows.SingleOrDefaultAsync(r => r.ListId == list.Id, cancellationToken);
        if (list.Status == EnrolmentListStatus.Discarded || stored is null)
        {
            return new ListGone();
        }

        var today = time.Today();
        if (!turn.Group.TakesApplications(today))
        {
            return new GroupNotRecruiting();
        }

        if (request.DocumentDate > today)
        {
            return new DocumentDateToCome();
        }

        var (content, now) = (ListContent.Of(stored.Json), time.UtcNow());
        var basis = string.Create(CultureInfo.InvariantCulture, $"№ {request.DocumentNumber.Trim()}, {request.DocumentDate:dd.MM.yyyy}");
        var check = await ListCheck.RunAsync(db, turn.Group, turn.ProgrammeId, turn.TeamSize, content, today, cancellationToken);
        var enrolled = check.Together.Select(together => Enrol(turn, together, basis, today, now)).ToList();
        if (await turn.GiveAllAsync(enrolled, now, cancellationToken) is { } refused)
        {
            return refused;
        }

        var outcome = new ListOutcome(
            enrolled.Sum(together => together.Count(e => e.Status == EnrolmentStatus.Accepted)),
            enrolled.Sum(together => together.Count(e => e.Status == EnrolmentStatus.WaitingList)),
            check.Rows.Count(r => r.IsWrong));
        if (outcome.Failed == 0)
        {
            db.EnrolmentListRows.Remove(stored);
        }
        else
        {
            stored.Json = (content with { Lines = GetListFaultsHandler.FaultsOf(check) }).ToJson();
        }

        return list.Import(basis, outcome, now) is { } wrong ? wrong : outcome;
    }

    private List<Enrolment> Enrol(PlaceTurn turn, IReadOnlyList<ListRow> together, string basis, DateOnly today, DateTime now)
    {
        var team = turn.TeamSize is null ? (Guid?)null : Guid.CreateVersion7();
        return [.. together.Select(row =>
        {
            var ground = row.OrderDate is { } day ? string.Create(CultureInfo.InvariantCulture, $"{basis} ({day:dd.MM.yyyy})") : basis;
            if (row.Before is { } before)
            {
                before.ApplyAgain(EnrolmentOrigin.List, team, row.Work?.SchoolId, row.Work?.RegionId, now, ground);
                return before.Asking(ApplicationSteps.None);
            }

            var person = row.PersonId ?? Add(row, today);
            return db.Enrol(turn.Group, person, EnrolmentOrigin.List, row.Work, now, team, ground).Asking(ApplicationSteps.None);
        })];
    }

    // without an account: an administrator gives a password for once, as to everybody who has lost theirs
    private Guid Add(ListRow row, DateOnly today)
    {
        var (name, school) = (row.Name, row.Work!.SchoolId);
        var person = new Person
        {
            Iin = row.Iin,
            FamilyName = name.Family,
            GivenName = name.Given,
            Patronymic = name.Patronymic.OrNothing(),
            SortKey = SortKey.Of(name.Full),
        };
        person.WorksAt(school, Position.Teacher, today);
        person.Receives(Role.Teacher, school);
        db.Persons.Add(person);
        return person.Id;
    }
}
