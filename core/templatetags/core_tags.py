"""What templates need from the ground floor: texts in the reader's language."""

from django import template

from core import texts, typography

register = template.Library()


@register.simple_tag
def text(instance, field_name):
    """Return the text of `instance` for the current reader, with the language it is in."""
    return texts.text(instance, field_name)


@register.filter
def typeset(words, language):
    """Return `words` set by the rules of `language`: `{{ entry.text|typeset:body.language }}`."""
    return typography.typeset(words, language)


class TypesetNode(template.Node):
    """Sets all the text between its tags by the rules of one language."""

    def __init__(self, language, nodelist):
        self.language = language
        self.nodelist = nodelist

    def render(self, context):
        html = self.nodelist.render(context)
        return typography.typeset(html, self.language.resolve(context))


@register.tag("typeset")
def typeset_block(parser, token):
    """Wrap blocks: `{% typeset body.language %}{% include_block body.value %}{% endtypeset %}`."""
    name, *languages = token.split_contents()
    if len(languages) != 1:
        raise template.TemplateSyntaxError(
            f"{{% {name} %}} takes one argument, the language of the words in it: "
            f"{{% {name} body.language %}}"
        )
    nodelist = parser.parse(("endtypeset",))
    parser.delete_first_token()
    return TypesetNode(parser.compile_filter(languages[0]), nodelist)
