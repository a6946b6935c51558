using System.Text.Json;
using MediatR;
using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Common;
using TeacherCpd.Application.Groups.Lists;
using TeacherCpd.Domain.Accounts;
using TeacherCpd.Domain.Common;
using TeacherCpd.Domain.Exchange;
using TeacherCpd.Domain.Organisations;

namespace TeacherCpd.Application.Exchange;

/// <summary>
/// Writes what was confirmed of a portion, against what our records hold now: what is as the file says already is left alone. Gives its
/// number of rows.
/// </summary>
[SystemOnly]
public sealed record ApplyRegisterPortionCommand(Guid ImportId, int Number) : ICommand<int>;

internal sealed class ApplyRegisterPortionHandler(IAppDbContext db) : IRequestHandler<ApplyRegisterPortionCommand, Result<int>>
{
    public async Task<Result<int>> Handle(ApplyRegisterPortionCommand request, CancellationToken cancellationToken)
    {
        // two jobs of one import take its portions one after the other
        await db.TakeTurnAsync($"register-import/{request.ImportId}", cancellationToken);
        var import = await db.RegisterImports.AsNoTracking().SingleAsync(i => i.Id == request.ImportId, cancellationToken);
        var portion = await db.RegisterPortions.SingleAsync(p => p.ImportId == request.ImportId && p.Number == request.Number, cancellationToken);
        if (import.Status != RegisterImportStatus.Applying || portion.Pass >= import.Passes || portion.Findings is null)
        {
            return portion.RowCount;
        }

        var follow = import.ConfirmedFindings;
        var rows = Packed.Read<RegisterRows>(portion.Rows);
        var findings = Packed.Read<List<FoundRow>>(portion.Findings).Where(f => follow.Contains(f.Finding)).ToList();
        var changes = portion.Changes is { } before ? Packed.Read<List<RegisterChange>>(before) : [];
        if (findings.Count > 0)
        {
            var place = await db.Organisations.AsNoTracking().SingleAsync(o => o.Id == import.PlaceId, cancellationToken);
            var places = await ListPlaces.LoadAsync(db, withSchools: true, cancellationToken);
            changes.AddRange(import.Kind switch
            {
                RegisterKind.Staff => await ApplyAsync(new StaffComparer(db, import, place.Path, places), import, rows, findings, cancellationToken),
                RegisterKind.Organisations => await ApplyAsync(new OrganisationComparer(db, import, place.Path, places), rows, findings, cancellationToken),
            });
        }

        portion.Apply(import.Passes, changes.Count == 0 ? null : Packed.Of(changes), changes.Count);
        return portion.RowCount;
    }

    private async Task<List<RegisterChange>> ApplyAsync(
        StaffComparer comparer, RegisterImport import, RegisterRows rows, List<FoundRow> findings, CancellationToken cancellationToken)
    {
        var read = findings.ToDictionary(f => (f.At, f.Finding), f => comparer.ReadRow(rows, rows.Lines[f.At], f.At));
        var numbers = read.Values.Select(r => r.Iin).Distinct().ToList();
        var people = await db.Persons.Include(p => p.Employments).Include(p => p.Roles).AsSplitQuery()
            .Where(p => EF.Parameter(numbers).Contains(p.Iin))
            .ToDictionaryAsync(p => p.Iin, cancellationToken);
        var changes = new List<RegisterChange>();
        foreach (var finding in findings)
        {
            var row = read[(finding.At, finding.Finding)];
            var person = people.GetValueOrDefault(row.Iin);
            if (finding.OrganisationId is not { } school)
            {
                continue;
            }

            if (finding.Finding == RegisterFinding.OnlyHere)
            {
                if (person is not null)
                {
                    Leave(person, school);
                }
            }
            else if (row.Position is { } position)
            {
                // somebody may have entered the person since it was compared
                person ??= people[row.Iin] = Add(row);
                Work(person, school, position, row.Since);
            }
        }

        return changes;

        Person Add(StaffComparer.StaffRow row)
        {
            var person = new Person
            {
                Iin = row.Iin,
                FamilyName = row.Name.Family,
                GivenName = row.Name.Given,
                Patronymic = row.Name.Patronymic.OrNothing(),
                SortKey = Domain.Common.SortKey.Of(row.Name.Full),
            };
            db.Persons.Add(person);
            changes.Add(new RegisterChange(RegisterChangeKind.PersonAdded, person.Id));
            return person;
        }

        void Work(Person person, Guid school, Position position, DateOnly? since)
        {
            var here = person.Employments.Where(e => e.OrganisationId == school && e.To is null).ToList();
            if (here.Exists(e => e.Position == position))
            {
                return;
            }

            // another position begins on the day for which the file speaks, unless it says since when
            var from = here.Count > 0 && !(since > here.Max(e => e.From)) ? import.AsOf : since ?? import.AsOf;
            foreach (var employment in here)
            {
                employment.EndsOn(from.AddDays(-1));
                changes.Add(new RegisterChange(RegisterChangeKind.EmploymentEnded, employment.Id, person.Id));
            }

            changes.Add(new RegisterChange(RegisterChangeKind.EmploymentAdded, person.WorksAt(school, position, from).Id, person.Id));
            if (!person.Roles.Any(r => r.Role == Role.Teacher && r.OrganisationId == school))
            {
                person.Receives(Role.Teacher, school);
                changes.Add(new RegisterChange(RegisterChangeKind.RoleGiven, school, person.Id, nameof(Role.Teacher)));
            }
        }

        // what somebody may do for a school ends with the work there; the own record stays open to everybody
        void Leave(Person person, Guid school)
        {
            foreach (var employment in person.Employments.Where(e => e.OrganisationId == school && e.To is null && e.From <= import.AsOf).ToList())
            {
                employment.EndsOn(import.AsOf.AddDays(-1));
                changes.Add(new RegisterChange(RegisterChangeKind.EmploymentEnded, employment.Id, person.Id));
            }

            var teaches = person.Roles.Count(r => r.Role == Role.Teacher);
            foreach (var role in person.Roles.Where(r => r.OrganisationId == school && (r.Role != Role.Teacher || teaches > 1)).ToList())
            {
                person.Loses(role);
                changes.Add(new RegisterChange(RegisterChangeKind.RoleTaken, school, person.Id, role.Role.ToString()));
            }
        }
    }

    private async Task<List<RegisterChange>> ApplyAsync(OrganisationComparer comparer, RegisterRows rows, List<FoundRow> findings, CancellationToken cancellationToken)
    {
        var ids = findings.Select(f => f.OrganisationId).OfType<Guid>().Distinct().ToList();
        var ours = await db.Organisations.Where(o => EF.Parameter(ids).Contains(o.Id)).ToDictionaryAsync(o => o.Id, cancellationToken);
        var above = await db.Organisations.Where(o => o.Kind == OrganisationKind.Region || o.Kind == OrganisationKind.District).ToDictionaryAsync(o => o.Path, cancellationToken);
        var changes = new List<RegisterChange>();
        foreach (var row in findings.GroupBy(f => f.At))
        {
            var read = comparer.ReadRow(rows, rows.Lines[row.Key], row.Key);
            var here = row.Select(f => f.OrganisationId).FirstOrDefault() is { } id ? ours.GetValueOrDefault(id) : null;
            if (row.Any(f => f.Finding == RegisterFinding.OnlyThere))
            {
                // somebody may have entered it since it was compared
                if (read is { Place: null, Above: { } path } && above.TryGetValue(path, out var parent) && $"{parent.Path}{read.Code}/".Length <= Organisation.PathMaxLength)
                {
                    var added = parent.Under(OrganisationKind.School, read.Code, read.Name).Describe(read.Settlement ?? Settlement.NotStated, read.Ownership ?? Ownership.NotStated);
                    db.Organisations.Add(added);
                    changes.Add(new RegisterChange(RegisterChangeKind.OrganisationAdded, added.Id));
                }
            }
            else if (here is not null)
            {
                Follow(row.Select(f => f.Finding).ToHashSet(), read, here);
            }
        }

        return changes;

        void Follow(HashSet<RegisterFinding> confirmed, OrganisationComparer.OrganisationRow read, Organisation here)
        {
            var renames = confirmed.Contains(RegisterFinding.OtherName) && !OrganisationComparer.IsSame(read.Name, here.Name);
            var describes = confirmed.Contains(RegisterFinding.OtherDescription)
                && (read.Settlement ?? here.Settlement, read.Ownership ?? here.Ownership) != (here.Settlement, here.Ownership);
            if (renames || describes)
            {
                changes.Add(new RegisterChange(
                    RegisterChangeKind.OrganisationChanged, here.Id, null, JsonSerializer.Serialize(new OrganisationBefore(here.Name, here.Settlement, here.Ownership))));
            }

            if (renames)
            {
                // a file without Russian names says nothing of ours; an English one of what it was called before would be wrong
                var name = read.Name with { Ru = read.Name.Ru == read.Name.Kk ? here.Name.Ru : read.Name.Ru };
                foreach (var former in here.FormerNames(name))
                {
                    Alias(here, former);
                }

                here.Rename(name);
            }

            if (describes)
            {
                here.Describe(read.Settlement ?? here.Settlement, read.Ownership ?? here.Ownership);
            }

            if (confirmed.Contains(RegisterFinding.OtherCode) && read.ByName)
            {
                Alias(here, read.Code);
            }
        }

        void Alias(Organisation here, string text)
        {
            var alias = new OrganisationAlias { OrganisationId = here.Id, Text = text };
            db.OrganisationAliases.Add(alias);
            changes.Add(new RegisterChange(RegisterChangeKind.AliasAdded, alias.Id));
        }
    }
}

/// <summary>What an organisation was before an import changed it.</summary>
internal sealed record OrganisationBefore(LocalizedText Name, Settlement Settlement, Ownership Ownership);
