using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Common;
using TeacherCpd.Domain.Accounts;
using TeacherCpd.Domain.Common;

namespace TeacherCpd.Application.Audit;

/// <summary>Finds the people whose deeds are to be looked at.</summary>
/// <param name="Text">An IIN, or how the name begins: family name first.</param>
[RequirePermission(Permission.SeeAudit)]
public sealed record FindAuditPersonQuery(string Text) : IQuery<IReadOnlyList<AuditPerson>>;

/// <summary>A person to choose; several may have one name.</summary>
/// <param name="Place">Where the person works, or holds a role.</param>
public sealed record AuditPerson(Guid Id, string Name, LocalizedText? Place);

/// <summary>Nobody has this number or name.</summary>
public sealed record AuditPersonNotFound() : Error("audit_person_not_found", ErrorKind.Invalid)
{
    /// <inheritdoc/>
    public override string Field => nameof(FindAuditPersonQuery.Text);
}

internal sealed class FindAuditPersonValidator : AbstractValidator<FindAuditPersonQuery>
{
    public FindAuditPersonValidator() => RuleFor(q => q.Text)
        .Must(t => SortKey.Of(t).Length > 0).WithErrorCode("required")
        .MaximumLength(200).WithErrorCode("too_long");
}

internal sealed class FindAuditPersonHandler(IAppDbContext db, CurrentUser user) : IRequestHandler<FindAuditPersonQuery, Result<IReadOnlyList<AuditPerson>>>
{
    private const int Most = 20;

    public async Task<Result<IReadOnlyList<AuditPerson>>> Handle(FindAuditPersonQuery request, CancellationToken cancellationToken)
    {
        if (!user.CanEverywhere(Permission.SeeAudit))
        {
            return new Forbidden();
        }

        var text = request.Text.Trim();
        var key = SortKey.Of(text);
        var people = Iin.TryParse(text, out var iin)
            ? db.Persons.Where(p => p.Iin == iin.Value)
            : db.Persons.Where(p => p.SortKey.StartsWith(key));
        var found = await people
            .OrderBy(p => p.SortKey)
            .ThenBy(p => p.Id)
            .Take(Most)
            .Select(p => new
            {
                p.Id,
                Name = p.FamilyName + " " + p.GivenName + (p.Patronymic == null ? "" : " " + p.Patronymic),
                Place = p.Roles.OrderBy(r => r.Id).Select(r => r.OrganisationId).FirstOrDefault(),
            })
            .ToListAsync(cancellationToken);
        if (found.Count == 0)
        {
            return new AuditPersonNotFound();
        }

        var ids = found.Select(p => p.Place).ToList();
        var places = await db.Organisations.Where(o => ids.Contains(o.Id)).Select(o => new { o.Id, o.Name }).ToDictionaryAsync(o => o.Id, o => o.Name, cancellationToken);
        return found.ConvertAll(p => new AuditPerson(p.Id, p.Name, places.GetValueOrDefault(p.Place)));
    }
}
