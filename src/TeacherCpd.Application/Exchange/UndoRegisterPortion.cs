using System.Text.Json;
using MediatR;
using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Accounts;
using TeacherCpd.Application.Common;
using TeacherCpd.Domain.Accounts;
using TeacherCpd.Domain.Common;
using TeacherCpd.Domain.Exchange;
using TeacherCpd.Domain.Organisations;

namespace TeacherCpd.Application.Exchange;

/// <summary>
/// Takes back what an import wrote of a portion. What others have changed since, or what something rests on, stays and is counted. Gives its
/// number of rows.
/// </summary>
[SystemOnly]
public sealed record UndoRegisterPortionCommand(Guid ImportId, int Number) : ICommand<int>;

internal sealed class UndoRegisterPortionHandler(IAppDbContext db, IAccounts accounts) : IRequestHandler<UndoRegisterPortionCommand, Result<int>>
{
    public async Task<Result<int>> Handle(UndoRegisterPortionCommand request, CancellationToken cancellationToken)
    {
        await db.TakeTurnAsync($"register-import/{request.ImportId}", cancellationToken);
        var status = await db.RegisterImports.Where(i => i.Id == request.ImportId).Select(i => i.Status).SingleAsync(cancellationToken);
        var portion = await db.RegisterPortions.SingleAsync(p => p.ImportId == request.ImportId && p.Number == request.Number, cancellationToken);
        if (status != RegisterImportStatus.Undoing || portion.Changes is null)
        {
            return portion.RowCount;
        }

        var changes = Packed.Read<List<RegisterChange>>(portion.Changes);
        changes.Reverse();
        var kept = await UndoPeopleAsync(changes, cancellationToken) + await UndoOrganisationsAsync(changes, cancellationToken);
        portion.Undo(kept);
        return portion.RowCount;
    }

    private async Task<int> UndoPeopleAsync(List<RegisterChange> changes, CancellationToken cancellationToken)
    {
        var ids = changes.Select(c => c.Kind == RegisterChangeKind.PersonAdded ? c.RecordId : c.OwnerId).OfType<Guid>().Distinct().ToList();
        var people = await db.Persons.Include(p => p.Employments).Include(p => p.Roles).AsSplitQuery()
            .Where(p => EF.Parameter(ids).Contains(p.Id))
            .ToDictionaryAsync(p => p.Id, cancellationToken);
        var added = changes.Where(c => c.Kind == RegisterChangeKind.PersonAdded).Select(c => c.RecordId).ToList();
        var bound = added.Count == 0 ? [] : await BoundAsync(added, cancellationToken);
        var kept = 0;
        foreach (var change in changes)
        {
            var person = people.GetValueOrDefault(change.OwnerId ?? change.RecordId);
            switch (change.Kind)
            {
                case RegisterChangeKind.EmploymentAdded:
                    Take(person?.Employments.FirstOrDefault(e => e.Id == change.RecordId && e.To is null), e => person!.NeverWorked(e));
                    break;
                case RegisterChangeKind.EmploymentEnded:
                    Take(person?.Employments.FirstOrDefault(e => e.Id == change.RecordId && e.To is not null), e => e.GoesOn());
                    break;
                case RegisterChangeKind.RoleGiven:
                    Take(person?.Roles.FirstOrDefault(r => r.OrganisationId == change.RecordId && r.Role.ToString() == change.Before), r => person!.Loses(r));
                    break;
                case RegisterChangeKind.RoleTaken when person is not null:
                    var role = Enum.Parse<Role>(change.Before!);
                    if (!person.Roles.Any(r => r.OrganisationId == change.RecordId && r.Role == role))
                    {
                        person.Receives(role, change.RecordId);
                    }

                    break;
                case RegisterChangeKind.PersonAdded when person is not null:
                    if (person.Employments.Count > 0 || person.Roles.Count > 0 || bound.Contains(person.Id))
                    {
                        kept++;
                    }
                    else
                    {
                        db.TrainingStates.RemoveRange(await db.TrainingStates.Where(s => s.PersonId == person.Id).ToListAsync(cancellationToken));
                        db.Persons.Remove(person);
                    }

                    break;
            }
        }

        return kept;

        void Take<T>(T? record, Action<T> take)
            where T : class
        {
            if (record is null)
            {
                kept++;
            }
            else
            {
                take(record);
            }
        }
    }

    // people on whom something rests that an import does not write: they have an account, took part, were given something
    private async Task<HashSet<Guid>> BoundAsync(List<Guid> people, CancellationToken cancellationToken)
    {
        var bound = new HashSet<Guid>(await accounts.WithAccountAsync(people, cancellationToken));
        foreach (var owners in new[]
        {
            db.Enrolments.Select(e => e.PersonId),
            db.Certificates.Select(c => c.PersonId),
            db.CategoryRecords.Select(c => c.PersonId),
            db.CategoryPauses.Select(p => p.PersonId),
            db.AttestationCases.Select(c => c.PersonId),
            db.DevelopmentActivities.Select(a => a.PersonId),
            db.Trainers.Select(t => t.PersonId),
            db.SchoolCoaches.Select(c => c.PersonId),
        })
        {
            bound.UnionWith(await owners.Where(id => EF.Parameter(people).Contains(id)).Distinct().ToListAsync(cancellationToken));
        }

        return bound;
    }

    private async Task<int> UndoOrganisationsAsync(List<RegisterChange> changes, CancellationToken cancellationToken)
    {
        var ids = changes.Where(c => c.Kind is RegisterChangeKind.OrganisationAdded or RegisterChangeKind.OrganisationChanged).Select(c => c.RecordId).ToList();
        var aliases = changes.Where(c => c.Kind == RegisterChangeKind.AliasAdded).Select(c => c.RecordId).ToList();
        if (ids.Count + aliases.Count == 0)
        {
            return 0;
        }

        var organisations = await db.Organisations.Where(o => EF.Parameter(ids).Contains(o.Id)).ToDictionaryAsync(o => o.Id, cancellationToken);
        var used = (await db.Persons.SelectMany(p => p.Employments).Where(e => EF.Parameter(ids).Contains(e.OrganisationId)).Select(e => e.OrganisationId)
            .Union(db.Persons.SelectMany(p => p.Roles).Where(r => EF.Parameter(ids).Contains(r.OrganisationId)).Select(r => r.OrganisationId))
            .Union(db.Organisations.Where(o => o.ParentId != null && EF.Parameter(ids).Contains(o.ParentId.Value)).Select(o => o.ParentId!.Value))
            .ToListAsync(cancellationToken)).ToHashSet();
        db.OrganisationAliases.RemoveRange(await db.OrganisationAliases.Where(a => EF.Parameter(aliases).Contains(a.Id)).ToListAsync(cancellationToken));
        var kept = 0;
        foreach (var change in changes.Where(c => organisations.ContainsKey(c.RecordId)))
        {
            var organisation = organisations[change.RecordId];
            if (change.Kind == RegisterChangeKind.OrganisationChanged)
            {
                var before = JsonSerializer.Deserialize<OrganisationBefore>(change.Before!)!;
                organisation.Rename(before.Name);
                organisation.Describe(before.Settlement, before.Ownership);
            }
            else if (used.Contains(organisation.Id))
            {
                kept++;
            }
            else
            {
                db.Organisations.Remove(organisation);
            }
        }

        return kept;
    }
}
