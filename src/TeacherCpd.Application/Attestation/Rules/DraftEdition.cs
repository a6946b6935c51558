using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Common;
using TeacherCpd.Domain.Attestation;
using TeacherCpd.Domain.Common;

namespace TeacherCpd.Application.Attestation.Rules;

/// <summary>A new draft, made of an edition with some values changed. What the edition is made of stays as it was.</summary>
/// <param name="DraftId">Id that the form carries: sending it twice makes one draft.</param>
/// <param name="FromId">Edition it is made from.</param>
/// <param name="Code">Code of the new edition.</param>
/// <param name="Source">Act by which the rules change.</param>
/// <param name="Note">Why.</param>
/// <param name="Edits">Changed values.</param>
[RequirePermission(Permission.ManageRules)]
public sealed record DraftEditionCommand(Guid DraftId, Guid FromId, string Code, string Source, string? Note, IReadOnlyList<RuleEdit> Edits) : ICommand<Guid>;

internal sealed class DraftEditionValidator : AbstractValidator<DraftEditionCommand>
{
    public DraftEditionValidator()
    {
        RuleFor(c => c.Code).NotEmpty().WithErrorCode("required").MaximumLength(Domain.Attestation.RuleSet.CodeMaxLength).WithErrorCode("too_long");
        RuleFor(c => c.Source).NotEmpty().WithErrorCode("required").MaximumLength(Domain.Attestation.RuleSet.TextMaxLength).WithErrorCode("too_long");
        RuleFor(c => c.Note).MaximumLength(Domain.Attestation.RuleSet.TextMaxLength).WithErrorCode("too_long");
    }
}

internal sealed class DraftEditionHandler(IAppDbContext db, CurrentUser user) : IRequestHandler<DraftEditionCommand, Result<Guid>>
{
    public async Task<Result<Guid>> Handle(DraftEditionCommand request, CancellationToken cancellationToken)
    {
        var from = await db.EditionToManageAsync(user, request.FromId, cancellationToken);
        if (from.Error is { } refused)
        {
            return refused;
        }

        if (await db.RuleSets.AnyAsync(r => r.Id == request.DraftId, cancellationToken))
        {
            return request.DraftId;
        }

        var code = request.Code.Trim();
        if (await db.RuleSets.AnyAsync(r => r.Code == code, cancellationToken))
        {
            return new EditionCodeTaken();
        }

        var edited = RuleDocument.Read(from.Value.Json).Value.With(request.Edits.ByPath(), code, request.Source.Trim());
        if (edited.Error is { } wrong)
        {
            return wrong;
        }

        db.RuleSets.Add(new RuleSet
        {
            Id = request.DraftId,
            Code = code,
            Source = request.Source.Trim(),
            BasedOnId = from.Value.Id,
            Note = request.Note.OrNothing(),
            Json = edited.Value.ToJson(null, null),
        });
        return request.DraftId;
    }
}
