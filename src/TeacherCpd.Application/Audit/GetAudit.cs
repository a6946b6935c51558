using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Common;
using TeacherCpd.Domain.Audit;
using TeacherCpd.Domain.Common;

namespace TeacherCpd.Application.Audit;

/// <summary>
/// Who did what, the newest first. A process names its actor and its records, but not an organisation: what happens in
/// one place is often done from another. So nobody sees a part of it, and only those see it who may see all.
/// </summary>
/// <param name="ActorId">Only what this person did.</param>
/// <param name="Process">Only this process, by its stored name.</param>
/// <param name="RecordId">Only what changed this record.</param>
/// <param name="From">First day in Kazakhstan.</param>
/// <param name="To">Last day in Kazakhstan.</param>
/// <param name="Before">Only older ones than this number; null begins with the newest.</param>
[RequirePermission(Permission.SeeAudit)]
public sealed record GetAuditQuery(
    Guid? ActorId = null, string? Process = null, Guid? RecordId = null, DateOnly? From = null, DateOnly? To = null, long? Before = null)
    : IQuery<AuditPage>;

/// <summary>A part of the audit.</summary>
/// <param name="ActorName">Name of the person that was asked for; null when nobody was.</param>
/// <param name="Next">What to ask for as <see cref="GetAuditQuery.Before"/> to see older ones; null where there are none.</param>
public sealed record AuditPage(string? ActorName, IReadOnlyList<AuditEntry> Entries, long? Next);

/// <summary>One thing that somebody did.</summary>
/// <param name="Number">Number in the chain.</param>
/// <param name="Name">Stored name of the process.</param>
/// <param name="ActorId">Who did it; null: the system.</param>
/// <param name="Actor">Name of the person.</param>
/// <param name="Changes">The first changes, or those of the record asked for.</param>
/// <param name="ChangeCount">How many changes there are.</param>
public sealed record AuditEntry(
    long Number, string Name, DateTime At, Guid? ActorId, string? Actor, IReadOnlyList<AuditEntryChange> Changes, int ChangeCount);

/// <summary>The change of a record.</summary>
public sealed record AuditEntryChange(string Record, string RecordId, AuditChange Change, IReadOnlyList<AuditValue> Values);

internal sealed class GetAuditValidator : AbstractValidator<GetAuditQuery>
{
    public GetAuditValidator()
    {
        RuleFor(q => q.Process).Must(p => p is null || AuditNames.Processes.Contains(p)).WithErrorCode("audit_process_unknown");
        RuleFor(q => q.To).Must((q, to) => q.From is null || to is null || q.From <= to).WithErrorCode("audit_days_reversed");
    }
}

internal sealed class GetAuditHandler(IAppDbContext db, CurrentUser user) : IRequestHandler<GetAuditQuery, Result<AuditPage>>
{
    private const int Size = 20;

    // a process that fills the system changes thousands of records
    private const int MostChanges = 10;

    public async Task<Result<AuditPage>> Handle(GetAuditQuery request, CancellationToken cancellationToken)
    {
        if (!user.CanEverywhere(Permission.SeeAudit))
        {
            return new Forbidden();
        }

        var recordId = request.RecordId?.ToString();
        var found = await Chosen(request, recordId)
            .OrderByDescending(p => p.Sequence)
            .Take(Size + 1)
            .Select(p => new
            {
                p.Sequence,
                p.Name,
                p.At,
                p.ActorId,
                Actor = db.Persons.Where(x => x.Id == p.ActorId).Select(x => x.FamilyName + " " + x.GivenName).FirstOrDefault(),
                Count = p.Events.Count(),
                Changes = p.Events
                    .Where(e => recordId == null ? e.Order <= MostChanges : e.RecordId == recordId)
                    .OrderBy(e => e.Order)
                    .Select(e => new { e.Record, e.RecordId, e.Change, e.Values })
                    .ToList(),
            })
            .AsSplitQuery()
            .ToListAsync(cancellationToken);
        var name = request.ActorId is null
            ? null
            : await db.Persons.Where(p => p.Id == request.ActorId).Select(p => p.FamilyName + " " + p.GivenName).SingleOrDefaultAsync(cancellationToken);
        return new AuditPage(
            name,
            [.. found.Take(Size).Select(p => new AuditEntry(
                p.Sequence,
                p.Name,
                p.At,
                p.ActorId,
                p.Actor,
                [.. p.Changes.Select(e => new AuditEntryChange(e.Record, e.RecordId, e.Change, AuditValues.Read(e.Values)))],
                p.Count))],
            found.Count > Size ? found[Size - 1].Sequence : null);
    }

    private IQueryable<AuditProcess> Chosen(GetAuditQuery request, string? recordId)
    {
        var processes = db.AuditProcesses.AsQueryable();
        if (request.Before is { } before)
        {
            processes = processes.Where(p => p.Sequence < before);
        }

        if (request.ActorId is { } actor)
        {
            processes = processes.Where(p => p.ActorId == actor);
        }

        if (request.Process is { } name)
        {
            processes = processes.Where(p => p.Name == name);
        }

        if (request.From is { } first)
        {
            var from = Clock.BeginOf(first);
            processes = processes.Where(p => p.At >= from);
        }

        if (request.To is { } last)
        {
            var until = Clock.BeginOf(last.AddDays(1));
            processes = processes.Where(p => p.At < until);
        }

        if (recordId is not null)
        {
            // an id is found by its kind and itself: so stands the index
            processes = processes.Where(p => p.Events.Any(e => AuditNames.Records.Contains(e.Record) && e.RecordId == recordId));
        }

        return processes;
    }
}
